// Prints nodes, edges and edges by predicate of a GEXF file, as graphology reads it.
const fs = require("fs");
const Graph = require("graphology");
const { parse } = require("graphology-gexf");

const graph = parse(Graph, fs.readFileSync(process.argv[2], "utf-8"));
const predicates = {};
graph.forEachEdge((edge, attributes) => {
  predicates[attributes.predicate] = (predicates[attributes.predicate] || 0) + 1;
});
console.log(JSON.stringify({ nodes: graph.order, edges: graph.size, predicates }));
