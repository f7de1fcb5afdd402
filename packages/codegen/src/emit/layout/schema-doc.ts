import type { SchemaPlan } from "../../plan/module-plan.js";
import { assignment } from "./assignment.js";
import { type Doc, group } from "./doc.js";
import { documented } from "./documented.js";
import { valueDoc } from "./value-doc.js";

/** The constant that is the schema of a chain's arguments. */
export function schemaDoc({ name, schema, documentation }: SchemaPlan): Doc {
  const constant = assignment("fluid", [name, ": JsonSchema ="], valueDoc(schema));
  return documented(documentation, ["export ", group(["const ", constant, ";"])]);
}
