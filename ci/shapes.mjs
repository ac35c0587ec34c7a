// Holds published folders against the shapes.ttl in them: `node shapes.mjs DIST...`.
//
// Each document must conform alone, and all of them together. The engine knows SHACL Core only, and so the constraints in
// SPARQL are left out; pyshacl has them. Exit 1 where something does not conform, or where the shapes refuse nothing.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const SPARQL = "http://www.w3.org/ns/shacl#sparql";
const HEADLINE = "http://schema.org/headline";
let failed = 0;

const read = (folder, path) => new Parser().parse(readFileSync(join(folder, path), "utf8"));

const turtleIn = (folder, path) =>
  readdirSync(join(folder, path)).filter((name) => name.endsWith(".ttl")).sort().map((name) => `${path}/${name}`);

for (const folder of process.argv.slice(2)) {
  const shapes = read(folder, "shapes.ttl").filter((quad) => quad.predicate.value !== SPARQL);
  const validator = new Validator(new Store(shapes));
  const violations = async (quads) => (await validator.validate(new Store(quads))).results;
  const documents = ["dcat.ttl", ".well-known/void", "data/register.ttl"]
    .concat(turtleIn(folder, "def"), turtleIn(folder, "data/announcement"));
  for (const path of documents) {
    for (const { focusNode, path: property, value, message } of await violations(read(folder, path))) {
      console.error(`${path}: ${focusNode?.value} ${property?.value ?? ""} ${value?.value ?? ""} ${message[0]?.value ?? ""}`);
      failed += 1;
    }
  }
  // The definitions of our terms are no part of the dumps.
  const together = ["dcat.ttl", "data/announcements.nt"].concat(turtleIn(folder, "def")).flatMap((path) => read(folder, path));
  for (const { focusNode, message } of await violations(together)) {
    console.error(`together: ${focusNode?.value} ${message[0]?.value ?? ""}`);
    failed += 1;
  }
  const faulty = together.filter((quad) => quad.predicate.value !== HEADLINE);
  if ((await violations(faulty)).length === 0) {
    console.error(`${folder}: the shapes let announcements without headlines pass`);
    failed += 1;
  }
  console.log(`${folder}: ${documents.length} documents held against the shapes`);
}
process.exit(failed > 0 ? 1 : 0);
