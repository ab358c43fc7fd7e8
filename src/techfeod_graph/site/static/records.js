"use strict";
/* What the panel says of each kind of record. */
(function () {
  const { state, el, parts, records } = tf;

  /** Relations of a concept: one group for each verb, with the claims that say it. */
  function relations(record) {
    const found = new Map();
    for (const key of record.claims || []) {
      for (const [subject, verb, target, basis] of records.get(key).says || []) {
        if (subject !== record.key && target !== record.key) continue;
        const own = `${subject} ${verb} ${target}`;
        if (!found.has(own)) found.set(own, { subject, verb, target, proofs: [] });
        found.get(own).proofs.push([key, basis]);
      }
    }
    const rank = ({ verb, subject }) =>
      tf.data.linkOrder.indexOf(verb) * 2 + (subject === record.key ? 0 : 1);
    const sorted = [...found.values()].sort((a, b) => rank(a) - rank(b));
    return el(
      "ul",
      { class: "lines relations" },
      sorted.map((row) => el("li", null, relation(row))),
    );
  }

  /** A relation as a sentence, and under it each claim that says it. */
  function relation({ subject, verb, target, proofs }) {
    const said = el(
      "span",
      { class: "said" },
      tf.link(subject, { current: true }),
      " ",
      el("span", { class: "verb" }, tf.term("links", verb)),
      " ",
      tf.link(target, { current: true }),
    );
    return [
      said,
      proofs.map(([key, basis]) =>
        el("span", { class: "proof" }, parts.claim(key, [" ", parts.basis(basis)])),
      ),
    ];
  }

  function claims(title, keys) {
    if (!keys || !keys.length) return null;
    const rows = (own) => parts.lines(own.map((key) => parts.claim(key)));
    const sections = parts.bySection(keys, (key) => records.get(key).at[0]);
    if (keys.length <= 8 || sections.length < 2) return parts.section(title, rows(keys));
    return parts.section(
      title,
      sections.map(([name, own], i) => parts.folded(name, own.length, () => rows(own), i < 1)),
    );
  }

  function concept(record) {
    const { definition } = record;
    return [
      definition ? el("p", { class: "definition" }, definition[state.language]) : null,
      parts.section(tf.t("broader"), parts.chips(record.broader)),
      parts.section(tf.t("narrower"), parts.chips(record.narrower)),
      parts.section(tf.t("relations"), relations(record)),
      claims(tf.t("claims-on"), record.claims),
    ];
  }

  function proof({ at, basis }) {
    return [" ", basis ? parts.basis(basis) : null, " ", tf.places(at)];
  }

  function tied(title, links) {
    if (!links) return null;
    const rows = links.map((link) => [
      parts.wording(link.claim),
      el("span", { class: "under" }, proof(link)),
    ]);
    return el("div", { class: "tie" }, el("h4", null, title), parts.lines(rows));
  }

  function undercutting(title, links, ends) {
    if (!links) return null;
    const rows = links.map((link) => {
      const [first, premise, conclusion] = ends(link);
      const inference = tf.rich("inference", {
        premise: parts.wording(premise),
        conclusion: parts.wording(conclusion),
      });
      return [
        first ? parts.wording(first) : null,
        el("span", { class: "under" }, inference, proof(link)),
      ];
    });
    return el("div", { class: "tie" }, el("h4", null, title), parts.lines(rows));
  }

  function reason({ premises, scheme, at, basis }) {
    const title = tf.t(premises.length > 1 ? "reason-many" : "reason-one");
    const named = scheme ? ` · ${tf.t("scheme", { scheme: tf.term("schemes", scheme) })}` : null;
    return el(
      "div",
      { class: "tie" },
      el("h4", null, title),
      parts.lines(premises.map((key) => parts.claim(key))),
      el("p", { class: "under" }, proof({ at, basis }), named),
    );
  }

  function open(ambiguous) {
    if (!ambiguous) return null;
    const holders = tf.joined(
      ambiguous.holders.map((key) => tf.link(key, { icon: false })),
      tf.t("or"),
    );
    return el(
      "section",
      { class: "part doubt" },
      el("h3", null, tf.t("ambiguous")),
      el("p", null, tf.rich("ambiguous-who", { holders })),
      el("p", null, ambiguous.why[state.language]),
    );
  }

  function claim(record) {
    const said = (record.says || []).map(([subject, verb, target, basis]) =>
      el(
        "span",
        { class: "said" },
        tf.link(subject),
        " ",
        el("span", { class: "verb" }, tf.term("links", verb)),
        " ",
        tf.link(target),
        " ",
        parts.basis(basis),
      ),
    );
    return [
      parts.section(tf.t("positions"), parts.lines(record.positions.map((p) => parts.position(p)))),
      open(record.ambiguous),
      parts.section(
        tf.t("reasons"),
        (record.because || []).map(reason),
        tied(tf.t("supports"), record.supports),
      ),
      parts.section(
        tf.t("objections"),
        tied(tf.t("attacked-by"), record.attacksBy),
        undercutting(tf.t("undercut-by"), record.undercutsBy, (link) => [
          link.claim,
          link.premise,
          record.key,
        ]),
        tied(tf.t("attacks"), record.attacks),
        undercutting(tf.t("undercuts"), record.undercuts, (link) => [null, link.by, link.claim]),
      ),
      parts.section(
        tf.t("nuances"),
        tied(tf.t("qualified-by"), record.qualifiesBy),
        tied(tf.t("qualifies"), record.qualifies),
      ),
      parts.section(
        tf.t("threads"),
        tied(tf.t("elaborates"), record.elaborates),
        tied(tf.t("elaborated-by"), record.elaboratesBy),
        tied(tf.t("presupposes"), record.presupposes),
        tied(tf.t("presupposed-by"), record.presupposesBy),
      ),
      parts.section(tf.t("relations"), parts.lines(said)),
      parts.section(tf.t("about"), parts.chips(record.about)),
      parts.section(tf.t("cites"), parts.chips(record.cites)),
    ];
  }

  /** Every claim in which an agent takes a position, reports one, or may take one. */
  function voices(record) {
    const found = { own: new Map(), reports: [], possible: [] };
    for (const other of tf.data.records) {
      for (const position of other.positions || []) {
        if (position.holder === record.key) {
          if (!found.own.has(position.stance)) found.own.set(position.stance, []);
          found.own.get(position.stance).push([other, position]);
        } else if ((position.via || []).includes(record.key)) found.reports.push([other, position]);
      }
      if (other.ambiguous && other.ambiguous.holders.includes(record.key))
        found.possible.push([other, null]);
    }
    return found;
  }

  function stanceList(rows, bare) {
    const order = (row) => tf.data.order.indexOf((row[1] || row[0]).at[0]);
    const sorted = [...rows].sort((a, b) => order(a) - order(b));
    const line = ([other, position]) => [
      parts.wording(other.key),
      position ? el("span", { class: "under" }, parts.position(position, bare)) : null,
    ];
    return el(
      "div",
      null,
      parts
        .bySection(sorted, (row) => (row[1] || row[0]).at[0])
        .map(([name, own]) => [
          name ? el("h4", { class: "place" }, name) : null,
          parts.lines(own.map(line)),
        ]),
    );
  }

  function agent(record) {
    const { own, reports, possible } = voices(record);
    const stances = tf.data.stanceOrder.filter((name) => own.has(name));
    const few = [...own.values()].flat().length <= 12;
    const folds = stances.map((name) =>
      parts.folded(
        tf.stance(record, name),
        own.get(name).length,
        () => stanceList(own.get(name), true),
        few,
      ),
    );
    const folded = (title, rows) =>
      rows.length ? parts.folded(title, rows.length, () => stanceList(rows, false), false) : null;
    return [
      parts.section(tf.t("members"), parts.chips(record.members)),
      parts.section(tf.t("groups"), parts.chips(record.groups)),
      parts.section(
        tf.t("positions-of"),
        folds,
        folded(tf.t("reporter-of"), reports),
        folded(tf.t("possible-of"), possible),
      ),
      parts.section(tf.t("own-works"), parts.chips(record.works)),
      claims(tf.t("claims-on"), record.claims),
    ];
  }

  function work(record) {
    const creators =
      record.creators && record.creators.length ? parts.chips(record.creators) : null;
    const names = (record.authors || []).join(", ");
    const year = record.year ? record.year + (record.first ? ` (${record.first})` : "") : null;
    const shelf = [
      tf.term("types", record.type),
      year,
      record.edition,
      record.container,
      record.volume,
      record.issue,
      record.pages && tf.t("page", { page: record.pages }),
      record.publisher,
    ];
    const cited = (record.pointers || []).map((p) => [
      tf.places([p.at]),
      ` ${p.as}`,
      p.page ? ` (${tf.t("page", { page: p.page })})` : null,
      el(
        "span",
        { class: "under" },
        [tf.term("pointers", p.kind), tf.term("purposes", p.why), p.year]
          .filter(Boolean)
          .join(" · "),
      ),
    ]);
    const slips = (record.slips || []).map((slip) => [
      el("span", { class: "verb" }, tf.term("discrepancies", slip.kind)),
      " ",
      slip[state.language],
      " ",
      tf.places(slip.at),
    ]);
    return [
      names || creators
        ? parts.section(tf.t("authors"), names ? el("p", null, names) : null, creators)
        : null,
      record.title ? el("p", { class: "second" }, record.title) : null,
      el("p", null, shelf.filter(Boolean).join(" · ")),
      el(
        "p",
        null,
        record.entry ? [`${tf.t("entry")} `, tf.places([record.entry])] : tf.t("no-entry"),
      ),
      parts.section(tf.t("cited"), parts.lines(cited)),
      parts.section(tf.t("discrepancies"), parts.lines(slips)),
      claims(tf.t("claims-on"), record.claims),
    ];
  }

  tf.bodies = { concept, claim, agent, work };
})();
