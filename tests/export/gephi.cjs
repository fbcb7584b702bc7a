// What the readers of Gephi Lite, Gephi's own for the browser, make of a file: JSON on standard output.
const { readFileSync } = require("node:fs");
const { MultiDirectedGraph } = require("graphology");
const readers = { gexf: require("graphology-gexf"), graphml: require("graphology-graphml") };

const [format, path] = process.argv.slice(2);
const graph = readers[format].parse(MultiDirectedGraph, readFileSync(path, "utf8"));
console.log(JSON.stringify(graph.export()));
