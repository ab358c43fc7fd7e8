"use strict";
/* Search over labels, variants and wordings in both languages; accents, case, ligatures ignored. */
(function () {
  const { data, state, el, byId } = tf;
  const input = byId("map-search");
  const list = byId("results");
  const LIMIT = 40;
  const ligatures = { œ: "oe", æ: "ae", ø: "o", ł: "l", ß: "ss" };
  const rankOf = { concept: 0, agent: 1, work: 2, claim: 3 };

  tf.fold = (text) =>
    (
      text
        .toLowerCase()
        .replace(/[œæøłß]/g, (c) => ligatures[c])
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .match(/[\p{L}\p{N}]+/gu) || []
    ).join(" ");

  /** Every form of a record, folded: rank 0 names, 1 variants, 2 wordings, 3 the rest. */
  function entry(record) {
    const table = record.key.split("/")[0];
    const forms = [];
    const put = (rank, text) => text && forms.push({ rank, text, folded: tf.fold(text) });
    for (const text of new Set([record.fr, record.en])) put(table === "claim" ? 2 : 0, text);
    for (const text of [...((record.also || {}).fr || []), ...((record.also || {}).en || [])])
      put(1, text);
    put(1, record.title);
    put(1, record.key.split("/")[1].replace(/-/g, " "));
    for (const text of Object.values(record.definition || {})) put(3, text);
    put(3, (record.authors || []).join(", "));
    put(3, [...(record.at || []), record.entry].filter(Boolean).join(" "));
    return { record, table, forms };
  }
  /** Made by the first search, so that the map need not wait for it. */
  let index = null;

  /** How well a form answers: exact before beginning before word before part; lower is better. */
  function score({ rank, folded }, wanted, words) {
    const padded = ` ${folded}`;
    if (!words.every((word) => padded.includes(word))) return null;
    const starts = words.every((word) => padded.includes(` ${word}`));
    const fit =
      folded === wanted
        ? 0
        : folded.startsWith(wanted)
          ? 1
          : padded.includes(` ${wanted}`)
            ? 2
            : starts
              ? 3
              : 4;
    return (
      (folded === wanted && rank < 2 ? rank : 2 + rank * 5 + fit) * 1000 +
      Math.min(999, folded.length)
    );
  }

  tf.find = function (text) {
    const wanted = tf.fold(text);
    const words = wanted.split(" ").filter(Boolean);
    if (!words.length) return [];
    const hits = [];
    index = index || data.records.map(entry);
    for (const { record, table, forms } of index) {
      let best = null;
      for (const form of forms) {
        const value = score(form, wanted, words);
        if (value !== null && (!best || value < best.value)) best = { value, form };
      }
      if (best) hits.push({ record, table, ...best });
    }
    return hits.sort(
      (a, b) =>
        a.value - b.value ||
        rankOf[a.table] - rankOf[b.table] ||
        (a.record.key < b.record.key ? -1 : 1),
    );
  };

  let hits = [];
  let at = -1;

  function option({ record, form }, place) {
    const label = tf.label(record);
    const word = !tf.present(record.id)
      ? "search-absent"
      : state.kinds.has(record.kind)
        ? null
        : "search-hidden";
    const matched =
      tf.fold(label) === form.folded || record.kind === "claim" || form.rank > 2 ? null : form.text;
    return el(
      "li",
      { id: `hit-${place}`, role: "option", "aria-selected": "false", "data-place": place },
      tf.icon(record.kind),
      el(
        "span",
        { class: record.kind === "claim" ? "hit wording" : "hit" },
        label,
        matched ? el("span", { class: "matched" }, ` (${matched})`) : null,
      ),
      el(
        "span",
        { class: "kind" },
        tf.term("kinds", record.kind),
        word ? ` · ${tf.t(word)}` : null,
      ),
    );
  }

  function show() {
    const text = input.value.trim();
    hits = tf.find(text);
    at = -1;
    const few = hits.slice(0, LIMIT);
    tf.fill(list, few.map(option));
    const open = few.length > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    input.removeAttribute("aria-activedescendant");
    const all = hits.length;
    const word =
      all > LIMIT ? "search-more" : all > 1 ? "search-count" : all ? "search-one" : "search-none";
    byId("found").textContent = text ? tf.t(word, { text, all, n: few.length }) : "";
    byId("found").classList.toggle("none", !open);
  }

  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    byId("found").textContent = "";
  }

  function mark(place) {
    const options = [...list.children];
    if (!options.length) return;
    at = (place + options.length) % options.length;
    options.forEach((node, i) => node.setAttribute("aria-selected", i === at));
    options[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `hit-${at}`);
  }

  function choose(place) {
    const { record } = hits[place];
    hide();
    input.value = tf.label(record);
    if (tf.present(record.id)) tf.showKind(record.kind);
    tf.open(record.key, { focus: true, centre: true });
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value.trim() && show());
  input.addEventListener("keydown", (event) => {
    const acts = {
      ArrowDown: () => (list.hidden ? show() : mark(at + 1)),
      ArrowUp: () => mark(at < 0 ? -1 : at - 1),
      Enter: () => hits.length && !list.hidden && choose(Math.max(at, 0)),
      Escape: () => (list.hidden ? (input.value = "") : hide()),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const node = event.target.closest("[data-place]");
    if (node) choose(Number(node.dataset.place));
  });
  input.addEventListener("blur", hide);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
})();
