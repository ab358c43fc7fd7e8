"use strict";
/* What runs in a worker of its own, so that a query can be stopped: the engine over the data. */
function techfeodWorker() {
  /* global oxigraph */
  let store = null;
  const form = (query) =>
    (query
      .replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, " ")
      .match(/\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i) || [""])[0].toUpperCase();

  function cell(term) {
    const type = { NamedNode: "uri", BlankNode: "bnode", Literal: "literal" }[term.termType];
    const found = { type, value: term.value };
    if (term.language) found["xml:lang"] = term.language;
    return found;
  }

  function answer({ query, head, base, most }) {
    const options = { base_iri: base, use_default_graph_as_union: true };
    if (["CONSTRUCT", "DESCRIBE"].includes(form(query))) {
      const triples = store.query(head + query, options);
      const names = ["subject", "predicate", "object"];
      const rows = triples.map((triple) =>
        Object.fromEntries(names.map((name) => [name, cell(triple[name])])),
      );
      const text = (row) => JSON.stringify(row);
      rows.sort((a, b) => (text(a) < text(b) ? -1 : 1));
      return { names, rows: rows.slice(0, most), count: rows.length, graph: true };
    }
    const found = JSON.parse(store.query(head + query, { ...options, results_format: "json" }));
    if ("boolean" in found) return { truth: found.boolean };
    const rows = found.results.bindings;
    return { names: found.head.vars, rows: rows.slice(0, most), count: rows.length };
  }

  self.onmessage = ({ data }) => {
    try {
      if (data.module) {
        oxigraph.initSync({ module: data.module });
        store = new oxigraph.Store();
        store.load(data.quads, { format: "application/n-quads", no_transaction: true, lenient: true });
        self.postMessage({ ready: store.size });
      } else self.postMessage({ id: data.id, answer: answer(data) });
    } catch (error) {
      self.postMessage({ id: data.id, fault: String((error && error.message) || error) });
    }
  };
}
