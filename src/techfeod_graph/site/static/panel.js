"use strict";
/* The record beside the map: its frame, its beginning, and the parts that records are made of. */
(function () {
  const { data, state, el, byId } = tf;
  const parts = (tf.parts = {});

  parts.section = (title, ...content) => {
    const kids = content.flat(Infinity).filter(Boolean);
    return kids.length ? el("section", { class: "part" }, el("h3", null, title), kids) : null;
  };
  parts.chips = (keys) =>
    keys && keys.length
      ? el(
          "p",
          { class: "chips" },
          keys.map((key) => tf.link(key)),
        )
      : null;
  parts.basis = (basis) => el("span", { class: `basis ${basis}` }, tf.t(basis));
  parts.wording = (key) => tf.link(key, { class: "wording", icon: false });
  parts.pair = (name, value) =>
    value ? el("p", { class: "pair" }, el("span", { class: "name" }, name), " ", value) : null;
  parts.lines = (items) =>
    items.length
      ? el(
          "ul",
          { class: "lines" },
          items.map((item) => el("li", null, item)),
        )
      : null;

  /** Who takes which stance, told by whom: one sentence of buttons, then the locators. */
  parts.position = ({ holder, stance, via, at }, bare) => {
    const who = tf.records.get(holder);
    const chain = (via || []).map((key) => tf.link(key, { icon: false }));
    const reported = chain.length
      ? tf.rich("reported", { chain: tf.joined(chain, tf.t("then")) })
      : null;
    const word = el("span", { class: "stance" }, tf.stance(who, stance));
    const head = bare
      ? word
      : tf.rich("position", {
          holder: tf.link(holder, { icon: false, current: true }),
          stance: word,
        });
    return el("span", { class: "position" }, head, reported, " ", tf.places(at));
  };

  /** A claim as it stands in lists: its wording, and under it who holds it. */
  parts.claim = (key, extra) => {
    const record = tf.records.get(key);
    if (!record) return tf.link(key);
    return [
      parts.wording(key),
      el(
        "span",
        { class: "under" },
        tf.joined(
          record.positions.map((p) => parts.position(p)),
          el("br"),
        ),
        extra,
      ),
    ];
  };

  /** Long lists open on demand: the first ones are there, the rest is made when asked for. */
  parts.folded = (title, count, make, open) => {
    const made = el(
      "details",
      { class: "fold", open: open ? true : null },
      el("summary", null, title, el("span", { class: "count" }, ` ${count}`)),
    );
    const build = () => made.children.length < 2 && made.append(make());
    if (open) build();
    made.addEventListener("toggle", () => made.open && build());
    return made;
  };

  parts.sectionName = (locator) => {
    const name = data.sections[data.section[locator]];
    return name ? name[state.language] : "";
  };

  /** Things grouped by the section of the essay in which their first sentence stands. */
  parts.bySection = (items, where) => {
    const groups = new Map();
    for (const item of items) {
      const name = parts.sectionName(where(item));
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(item);
    }
    return [...groups];
  };

  parts.sentences = (at) => {
    if (!at || !at.length) return null;
    const rows = parts
      .bySection(at, (locator) => locator)
      .map(([name, own]) => [
        tf.places(own),
        name ? el("span", { class: "where" }, ` ${name}`) : null,
      ]);
    return parts.section(
      tf.t("sentences"),
      parts.lines(rows),
      el("p", { class: "key" }, tf.t("key")),
    );
  };

  parts.outside = (links) => {
    const safe = (links || []).filter((link) => /^https?:\/\//.test(link));
    return safe.length
      ? parts.section(
          tf.t("same-as"),
          parts.lines(safe.map((link) => el("a", { href: link, rel: "noreferrer" }, link))),
        )
      : null;
  };

  /** What the lines of a node that is no record say: one group for each type of link. */
  parts.around = (record) =>
    data.linkOrder.map((type) => {
      const own = tf.near[record.id].filter((edge) => edge.type === type);
      const row = (edge) => {
        const other = edge.from === record.id ? edge.to : edge.from;
        const { key, kind } = data.records[other];
        return [tf.link(key, { class: kind === "claim" ? "wording" : "" }), " ", tf.places(edge.at || [])];
      };
      return own.length
        ? parts.section(tf.term("links", type), parts.lines(own.map(row)))
        : null;
    });

  function head(record) {
    const language = tf.other();
    const second =
      record[language] === record[state.language]
        ? null
        : el("p", { class: "second", lang: language }, record[language]);
    const also = ((record.also || {})[state.language] || []).join(" · ");
    const claim = record.kind === "claim";
    return [
      el("p", { class: "kindline" }, tf.icon(record.kind), ` ${tf.term("kinds", record.kind)}`),
      el(
        "h2",
        { id: "record-title", tabindex: "-1", class: claim ? "wording" : null },
        tf.label(record),
      ),
      second,
      also
        ? el("p", { class: "also" }, el("span", { class: "name" }, `${tf.t("variants")} `), also)
        : null,
    ];
  }

  function tools() {
    const close = el("button", { type: "button", class: "plain", id: "close" }, tf.t("close"));
    close.addEventListener("click", tf.close);
    const own = tf.page(state.record);
    const see = el("button", { type: "button", class: "plain", id: "see" }, tf.t("to-map"));
    see.addEventListener("click", () => {
      tf.view("map");
      tf.centre(tf.records.get(state.record).id);
      byId("canvas").focus();
    });
    see.hidden = !tf.present(tf.records.get(state.record).id);
    const page = own ? el("a", { class: "plain", href: own }, tf.t("to-page")) : null;
    return el("p", { class: "tools" }, page, see, close);
  }

  /** The panel without a record: what one sees, and where to start. */
  function beginning() {
    const rank = (list, value) =>
      list
        .map((r) => [r, value(r)])
        .filter((p) => p[1])
        .sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
    const of = (table) =>
      data.records.filter((r) => r.key.startsWith(`${table}/`) && tf.present(r.id));
    const inner = (r) => tf.said(tf.near[r.id]);
    const voiced = (r) =>
      tf.near[r.id].filter((e) => data.links[e.type].section === "voices").length;
    const against = (r) =>
      tf.near[r.id].filter((e) => e.to === r.id && data.links[e.type].family === "against").length;
    const first = (table, value, n) =>
      rank(of(table), value)
        .slice(0, n)
        .map(([record]) => record.key);
    const contested = first("claim", against, 5);
    const works = data.view.name === "network";
    return [
      el("h2", { id: "record-title", tabindex: "-1" }, tf.t("start")),
      data.view.name === "concepts"
        ? [el("p", null, tf.t("start-map")), el("p", null, tf.t("start-legend"))]
        : el("p", null, data.view[state.language].about),
      parts.section(tf.t("start-hubs"), parts.chips(first("concept", inner, 10))),
      parts.section(tf.t("start-works"), parts.chips(works ? first("work", inner, 10) : [])),
      parts.section(tf.t("start-voices"), parts.chips(first("agent", voiced, 8))),
      contested.length
        ? parts.section(tf.t("start-opposed"), parts.lines(contested.map(parts.wording)))
        : null,
      el("p", { class: "key credits" }, tf.t("credits")),
    ];
  }

  tf.showPanel = function () {
    const record = tf.records.get(state.record);
    const panel = byId("panel");
    const note =
      record && record.note
        ? parts.section(tf.t("note"), el("p", { lang: "en" }, record.note))
        : null;
    if (record) {
      const body = (tf.bodies[record.key.split("/")[0]] || parts.around)(record).flat(Infinity).filter(Boolean);
      tf.fill(
        panel,
        tools(),
        el(
          "article",
          null,
          head(record),
          tf.present(record.id) ? null : el("p", { class: "key" }, tf.t("not-here")),
          body.length ? body : el("p", { class: "name" }, tf.t("nothing")),
          note,
          parts.outside(record.links),
          parts.sentences(record.at),
        ),
      );
    } else {
      const lost = state.record
        ? el("p", { class: "lost", role: "status" }, tf.t("no-record", { key: state.record }))
        : null;
      tf.fill(panel, el("article", null, lost, beginning()));
    }
    panel.scrollTop = 0;
  };
})();
