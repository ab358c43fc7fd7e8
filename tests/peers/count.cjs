// Prints how many distinct statements each RDF file holds: N3.js for Turtle and its kin,
// jsonld.js for JSON-LD. Usage: node count.cjs FILE…
const fs = require("fs");
const { Parser, Writer } = require("n3");
const jsonld = require("jsonld");

const formats = {
  ttl: "text/turtle",
  trig: "application/trig",
  nq: "application/n-quads",
  nt: "application/n-triples",
};

function distinct(quads) {
  const writer = new Writer({ format: "N-Quads" });
  return new Set(
    quads.map((q) => writer.quadToString(q.subject, q.predicate, q.object, q.graph)),
  ).size;
}

async function count(file) {
  const text = fs.readFileSync(file, "utf-8");
  const ending = file.split(".").pop();
  if (ending === "jsonld") {
    const lines = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" });
    return distinct(new Parser({ format: formats.nq }).parse(lines));
  }
  return distinct(new Parser({ format: formats[ending] }).parse(text));
}

(async () => {
  const counts = {};
  for (const file of process.argv.slice(2)) {
    counts[file.split(/[\\/]/).pop()] = await count(file);
  }
  console.log(JSON.stringify(counts));
})();
