"use strict";
/* What is shown: kinds, types of link and the neighbourhood; the legend that is also the filter. */
(function () {
  const { data, state, el, byId } = tf;
  const tables = ["concept", "agent", "section", "work", "claim", "argument"];
  const plural = { concept: "concepts", agent: "agents", work: "works", claim: "claims" };
  Object.assign(plural, { argument: "arguments", section: "section-nodes" });
  const sections = ["inferences", "concepts", "claims", "voices", "records", "purposes"];
  const kindOf = data.records.map((record) => record.kind);
  const here = kindOf.flatMap((kind, id) => (tf.present(id) ? [id] : []));
  const totals = { kinds: {}, links: {} };
  for (const id of here) totals.kinds[kindOf[id]] = (totals.kinds[kindOf[id]] || 0) + 1;
  for (const edge of tf.edges) totals.links[edge.type] = (totals.links[edge.type] || 0) + 1;
  const kinds = data.kindOrder.filter((kind) => totals.kinds[kind]);
  const types = data.linkOrder.filter((type) => totals.links[type]);
  let syncs = [];
  const far = (edge, id) => (edge.from === id ? edge.to : edge.from);

  /** A chosen record of a hidden kind, with its direct neighbours, is a guest on the map. */
  function guests() {
    const record = tf.records.get(state.record);
    if (!record || !tf.present(record.id) || state.kinds.has(record.kind)) return new Set();
    const open = tf.near[record.id].filter((edge) => state.links.has(edge.type));
    return new Set([record.id, ...open.map((edge) => far(edge, record.id))]);
  }

  /** What can be reached in some steps; the node of an inference or conflict is no step. */
  function within(start, hops, allowed) {
    const reached = new Map([[start, 0]]);
    const rim = [start];
    for (let i = 0; i < rim.length; i += 1) {
      const steps = reached.get(rim[i]);
      for (const edge of tf.near[rim[i]]) {
        const other = far(edge, rim[i]);
        const cost = steps + (data.kinds[kindOf[other]].table === "argument" ? 0 : 1);
        if (cost > hops || !allowed.has(other) || !state.links.has(edge.type)) continue;
        if (reached.has(other) && reached.get(other) <= cost) continue;
        reached.set(other, cost);
        rim.push(other);
      }
    }
    return new Set([...reached.keys()].filter((id) => id === start || !loose(id, reached)));
  }

  /** The node of an inference or conflict of which only one end is there. */
  function loose(id, reached) {
    if (data.kinds[kindOf[id]].table !== "argument") return false;
    return tf.near[id].filter((edge) => reached.has(far(edge, id))).length < 2;
  }

  tf.refresh = function () {
    const invited = guests();
    let nodes = new Set(
      here.filter((id) => state.kinds.has(kindOf[id]) || invited.has(id)),
    );
    const record = tf.records.get(state.record);
    if (state.hops && record && nodes.has(record.id)) nodes = within(record.id, state.hops, nodes);
    const drawn = tf.edges.filter(
      (edge) => state.links.has(edge.type) && nodes.has(edge.from) && nodes.has(edge.to),
    );
    state.shown = { nodes, edges: new Set(drawn.map((edge) => edge.id)), guests: invited };
    if (!nodes.has(state.cursor)) state.cursor = null;
    tf.arrange();
    count(drawn);
    tf.emit("shown");
  };

  function count(drawn) {
    const now = { kinds: {}, links: {} };
    for (const id of state.shown.nodes) now.kinds[kindOf[id]] = (now.kinds[kindOf[id]] || 0) + 1;
    for (const edge of drawn) now.links[edge.type] = (now.links[edge.type] || 0) + 1;
    for (const node of document.querySelectorAll("[data-count]")) {
      const [group, name] = node.dataset.count.split(":");
      node.textContent = tf.t("of", { n: now[group][name] || 0, all: totals[group][name] });
    }
    byId("shown").textContent = tf.t("shown", {
      n: state.shown.nodes.size,
      all: here.length,
      m: drawn.length,
      links: tf.edges.length,
    });
    const has = (table) =>
      kinds.some((kind) => data.kinds[kind].table === table && state.kinds.has(kind));
    const loose =
      data.view.name === "concepts" && (has("agent") || has("work")) && !state.kinds.has("claim");
    const key = state.shown.guests.size ? "guest" : loose ? "hint-claims" : null;
    byId("hint").textContent = key ? tf.t(key) : "";
    byId("hint").hidden = !key;
  }

  function box(set, group, name, icon, text) {
    const id = `${group}-${name}`;
    const input = el("input", { type: "checkbox", id, "data-toggle": `${group}:${name}` });
    input.checked = set.has(name);
    input.addEventListener("change", () => {
      set[input.checked ? "add" : "delete"](name);
      tf.refresh();
    });
    syncs.push(() => (input.checked = set.has(name)));
    const number = el("span", { class: "count", "data-count": `${group}:${name}` });
    return el(
      "li",
      null,
      el("label", { for: id }, input, icon, el("span", { class: "word" }, text), number),
    );
  }

  function group(title, set, name, items, all) {
    const master = el("input", { type: "checkbox", id: `all-${name}` });
    const boxes = items.map((item) => item.querySelector("input"));
    master.checked = all.every((item) => set.has(item));
    master.indeterminate = !master.checked && all.some((item) => set.has(item));
    master.addEventListener("change", () => {
      for (const item of all) set[master.checked ? "add" : "delete"](item);
      boxes.forEach((input) => (input.checked = master.checked));
      tf.refresh();
    });
    const head = el("label", { class: "group", for: `all-${name}` }, master, title);
    const list = el("ul", { class: "boxes", "aria-label": title }, items);
    syncs.push(() => {
      master.checked = all.every((item) => set.has(item));
      master.indeterminate = !master.checked && all.some((item) => set.has(item));
    });
    return el("div", { class: "set" }, head, list);
  }

  function kindSet(table) {
    const own = kinds.filter((kind) => data.kinds[kind].table === table);
    if (!own.length) return null;
    const items = own.map((kind) =>
      box(state.kinds, "kinds", kind, tf.icon(kind), tf.term("legend", kind)),
    );
    if (own.length === 1)
      return el("div", { class: "set" }, el("ul", { class: "boxes single" }, items));
    return group(tf.t(plural[table]), state.kinds, table, items, own);
  }

  function linkSet(section) {
    const own = types.filter((type) => data.links[type].section === section);
    if (!own.length) return null;
    const items = own.map((type) =>
      box(state.links, "links", type, tf.sample(type), tf.term("links", type)),
    );
    return group(tf.t(`links-${section}`), state.links, `links-${section}`, items, own);
  }

  tf.legend = function () {
    syncs = [];
    tf.fill(byId("kinds"), tables.map(kindSet));
    tf.fill(byId("links"), sections.map(linkSet));
    const select = byId("focus");
    const hops = [0, 1, 2, 3].map((n) =>
      el("option", { value: n, selected: n === state.hops }, tf.t(`focus-${n}`)),
    );
    tf.fill(select, hops);
    tf.refresh();
  };

  tf.showKind = function (kind) {
    if (state.kinds.has(kind)) return;
    state.kinds.add(kind);
    tf.announce(tf.t("shown-kind", { kind: tf.term("legend", kind) }));
  };

  byId("focus").addEventListener("change", (event) => {
    state.hops = Number(event.target.value);
    tf.refresh();
    tf.emit("fit");
  });
  byId("reset").addEventListener("click", () => {
    state.kinds = new Set(data.view.kinds);
    state.links = new Set(data.linkOrder.filter((type) => !data.view.hidden.includes(type)));
    state.hops = state.record === data.view.start ? data.view.hops : 0;
    tf.legend();
    tf.emit("fit");
  });
  tf.here = here;
  tf.kindsHere = kinds;
  tf.typesHere = types;
  tf.on("shown", () => syncs.forEach((sync) => sync()));
  tf.on("record", () => {
    const chosen = tf.records.get(state.record);
    const open = Boolean(chosen) && tf.present(chosen.id);
    byId("focus").disabled = !open;
    byId("focus-hint").hidden = open;
  });
})();
