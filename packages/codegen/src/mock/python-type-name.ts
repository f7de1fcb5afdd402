import type { JsonSchema, JsonSchemaObject } from "../signature.js";
import { createResolve, type Resolve } from "./validation/resolve-reference.js";
import { isDecimal, kindOf } from "./validation/schema-view.js";

const scalars: ReadonlyMap<string, string> = new Map([
  ["integer", "int"],
  ["number", "float"],
  ["string", "str"],
  ["boolean", "bool"],
  ["null", "NoneType"],
]);

/** The type that a return annotation names, as it appears in the title of a chain's output. */
export function pythonTypeName(schema: JsonSchema, root: JsonSchema): string {
  return nameOf(schema, createResolve(root));
}

function nameOf(member: JsonSchema, resolve: Resolve): string {
  const schema = resolve(member);
  if (typeof schema === "boolean") return "Any";
  if (schema.properties !== undefined) return schema.title ?? "BaseModel";
  if (isDecimal(schema)) return "Decimal";
  if (schema.format === "binary") return "bytes";
  return containerName(schema, resolve) ?? scalars.get(kindOf(schema) ?? "") ?? "Any";
}

function containerName(schema: JsonSchemaObject, resolve: Resolve): string | undefined {
  if (schema.prefixItems !== undefined) {
    return `tuple[${schema.prefixItems.map((item) => nameOf(item, resolve)).join(", ")}]`;
  }
  const kind = kindOf(schema);
  if (kind === "array") return `list[${nameOf(schema.items ?? true, resolve)}]`;
  return kind === "object" ? `dict[str, ${nameOf(schema.additionalProperties ?? true, resolve)}]` : undefined;
}
