import { mapSubschemas } from "../../map-subschemas.js";
import type { SchemaPlan } from "../../plan/module-plan.js";
import { isInherited } from "../../plan/names/inherited.js";
import type { JsonSchema, JsonValue } from "../../signature.js";
import { assignment } from "./assignment.js";
import { type Doc, group } from "./doc.js";
import { documented } from "./documented.js";
import { type TypedParts, valueDoc } from "./value-doc.js";

/** The constant that is the schema of a chain's arguments. */
export function schemaDoc({ name, schema, documentation }: SchemaPlan): Doc {
  const constant = assignment("fluid", [name, ": JsonSchema ="], valueDoc(schema, underInheritedNames(schema)));
  return documented(documentation, ["export ", group(["const ", constant, ";"])]);
}

/** The schemas under names that every object inherits: TypeScript takes them for what is inherited, and not for schemas. */
function underInheritedNames(root: JsonValue): TypedParts {
  const found = new Map<JsonValue, string>();
  const visit = (schema: JsonSchema): JsonSchema => {
    if (typeof schema === "boolean") return schema;
    mapSubschemas(schema, visit);
    const named = [schema.properties, schema.patternProperties, schema.$defs].flatMap((map) =>
      Object.entries(map ?? {}),
    );
    for (const [name, inner] of named) {
      if (isInherited(name) && inner !== true) found.set(inner as JsonValue, "JsonSchema");
    }
    return schema;
  };
  visit(root as JsonSchema);
  return found;
}
