"use strict";
/* What the map shows as data: tables for spreadsheets, and the same statements as the data's Turtle. */
(function () {
  const { data, state } = tf;
  const shownRecords = () => data.records.filter((record) => state.shown.nodes.has(record.id));
  const shownEdges = () => tf.edges.filter((edge) => state.shown.edges.has(edge.id));

  /** A cell as RFC 4180 has it; what a spreadsheet would take for a formula gets an apostrophe. */
  function cell(value) {
    const text = String(value === undefined || value === null ? "" : value);
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }
  const table = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

  const held = (record) => (record.positions || []).map((p) => `${p.holder} ${p.stance}`);

  tf.recordsTable = function () {
    const head = ["id", "kind", "fr", "en", "held_by", "at"];
    const rows = shownRecords().map((record) => [
      record.key,
      record.kind,
      record.fr,
      record.en,
      held(record).join("; "),
      (record.at || []).join(" "),
    ]);
    return table([head, ...rows]);
  };

  /** Verbs that a link may show from either end. */
  const MUTUAL = ["opposed-to", "differs-from"];
  /** The claims that say each relation between concepts, under the two concepts and the verb. */
  function saying() {
    const found = new Map();
    for (const record of data.records) {
      for (const [subject, verb, target] of record.says || []) {
        const pairs = [[subject, target]];
        if (MUTUAL.includes(verb)) pairs.push([target, subject]);
        for (const [one, other] of pairs) {
          const own = `${one} ${verb} ${other}`;
          found.set(own, [...(found.get(own) || []), record]);
        }
      }
    }
    return found;
  }

  /** Only the tree of concepts may have no claim that says it: it has no basis either. */
  tf.linksTable = function () {
    const head = ["source", "link", "target", "basis", "stances", "at", "held_by", "claims"];
    const said = saying();
    const rows = shownEdges().map((edge) => {
      const [from, to] = [data.records[edge.from].key, data.records[edge.to].key];
      const claims = said.get(`${from} ${edge.type} ${to}`) || [];
      return [
        from,
        edge.type,
        to,
        edge.type === "broader" && !claims.length ? "" : edge.dashes ? "inferred" : "stated",
        (edge.stances || []).join("; "),
        [...new Set(edge.at || claims.flatMap((claim) => claim.at))].join(" "),
        [...new Set(claims.flatMap(held))].join("; "),
        claims.map((claim) => claim.key).join(" "),
      ];
    });
    return table([head, ...rows]);
  };

  const iri = (path) => `<${path.replace(/[^A-Za-z0-9/.#~_-]/g, encodeURIComponent)}>`;
  /** French spaces are set for reading: the data has plain ones. */
  const plain = (text) => text.replace(/\u202f/g, " ");
  function literal(text, language) {
    const safe = plain(text)
      .replace(/[\\"]/g, "\\$&")
      .replace(/\n/g, "\\n")
      .replace(/\r/g, "\\r");
    return `"${safe}"${language ? `@${language}` : ""}`;
  }

  function named(record) {
    const given = data.rdf.classes[record.kind];
    const table_ = data.kinds[record.kind].table;
    const own = [`a ${given || data.rdf.classes[table_]}`];
    if (table_ !== "argument") {
      const neutral = ["agent", "work"].includes(table_) && plain(record.fr) === plain(record.en);
      if (neutral) own.push(`rdfs:label ${literal(record.fr)}`);
      else own.push(`rdfs:label ${literal(record.fr, "fr")}, ${literal(record.en, "en")}`);
    }
    return `${iri(record.key)} ${own.join(" ;\n  ")} .`;
  }

  /** A position says which stance an agent takes on a claim; short cuts say for or against. */
  function voiced(edge, agent, claim) {
    const name = (key) => key.slice(key.indexOf("/") + 1);
    const lines = (edge.stances || []).map(
      (stance) =>
        `${iri(`position/${name(claim)}/${name(agent)}.${stance}`)} a tf:Position ;\n` +
        `  tf:claim ${iri(claim)} ;\n  tf:holder ${iri(agent)} ;\n  tf:stance tf:${stance} .`,
    );
    const short = { for: "tf:heldBy", against: "tf:opposedBy" }[edge.type];
    return short ? [...lines, `${iri(claim)} ${short} ${iri(agent)} .`] : lines;
  }

  function stated(edge) {
    const [from, to] = [data.records[edge.from].key, data.records[edge.to].key];
    if (data.links[edge.type].section === "voices" && edge.type !== "possible") {
      return voiced(edge, from, to);
    }
    const [property, swapped] = data.rdf.properties[edge.type];
    if (data.links[edge.type].section === "purposes") {
      return edge.at.map((at) => `${iri(`essay/${at}`)} ${property} ${iri(to)} .`);
    }
    const target = edge.through || to;
    return [swapped ? `${iri(target)} ${property} ${iri(from)} .` : `${iri(from)} ${property} ${iri(target)} .`];
  }

  tf.turtle = function () {
    const { base, prefixes } = data.rdf;
    const head = Object.entries(prefixes).map(([name, at]) => `@prefix ${name}: <${at}> .`);
    const body = [...shownRecords().map(named), ...shownEdges().flatMap(stated)];
    return [`@base <${base}> .`, ...head, "", ...body, ""].join("\n");
  };
})();
