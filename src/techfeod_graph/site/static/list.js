"use strict";
/* The same records under the same filters as a table: an equal of the map. */
(function () {
  const { data, state, el, byId } = tf;
  const sort = { by: "name", down: false };

  const links = (record) =>
    tf.near[record.id].filter((edge) => state.shown.edges.has(edge.id)).length;
  const first = (record) => data.order.indexOf((record.at || [])[0]);

  function rows() {
    const collator = new Intl.Collator(state.language, { numeric: true });
    const name = (a, b) => collator.compare(tf.label(a), tf.label(b));
    const by = {
      name,
      kind: (a, b) => data.kindOrder.indexOf(a.kind) - data.kindOrder.indexOf(b.kind) || name(a, b),
      count: (a, b) => links(b) - links(a) || name(a, b),
      where: (a, b) => first(a) - first(b) || name(a, b),
    };
    const found = data.records
      .filter((record) => state.shown.nodes.has(record.id))
      .sort(by[sort.by]);
    return sort.down ? found.reverse() : found;
  }

  function row(record) {
    const holders = (record.positions || []).map((p) => tf.link(p.holder, { icon: false }));
    const who = holders.length ? el("span", { class: "under" }, tf.joined(holders, ", ")) : null;
    const at = record.at || [];
    const kind = tf.term("kinds", record.kind);
    return el(
      "tr",
      null,
      el(
        "th",
        { scope: "row" },
        tf.link(record.key, { class: record.kind === "claim" ? "wording" : "" }),
        el("span", { class: "under narrow" }, kind),
        who,
      ),
      el("td", null, kind),
      el("td", { class: "number" }, String(links(record))),
      el("td", null, tf.places(at.slice(0, 4)), at.length > 4 ? ` + ${at.length - 4}` : null),
    );
  }

  function header(name) {
    const own = sort.by === name;
    const button = el(
      "button",
      { type: "button", class: "sort" },
      tf.t(name),
      el("span", { class: "arrow", "aria-hidden": "true" }, own ? (sort.down ? " ↓" : " ↑") : ""),
    );
    button.addEventListener("click", () => {
      sort.down = own && !sort.down;
      sort.by = name;
      tf.showList();
      byId("table").querySelector(`th[data-by="${name}"] button`).focus();
    });
    return el(
      "th",
      {
        scope: "col",
        "data-by": name,
        "aria-sort": own ? (sort.down ? "descending" : "ascending") : null,
      },
      button,
    );
  }

  tf.showList = function () {
    const found = rows();
    const caption = el(
      "caption",
      null,
      tf.t("of-shown", { n: found.length, all: tf.here.length }),
    );
    tf.fill(
      byId("table"),
      caption,
      el("thead", null, el("tr", null, ["name", "kind", "count", "where"].map(header))),
      el("tbody", null, found.map(row)),
    );
  };
  tf.on("shown", () => state.view === "list" && tf.showList());
  addEventListener("beforeprint", () => tf.showList());
})();
