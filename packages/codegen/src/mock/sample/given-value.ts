import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import type { Random } from "./random.js";

/** A value that the author of a schema gives for it: one of the examples. */
export function exampleOf({ examples }: JsonSchemaObject, random: Random): JsonValue | undefined {
  return Array.isArray(examples) ? random.pick(examples) : undefined;
}

/** A default that says something: an empty one is what is replaced, and one of a model holds for its own fields. */
export function tellingDefault({ default: value }: JsonSchemaObject): JsonValue | undefined {
  return typeof value === "object" || value === "" || value === 0 || value === false ? undefined : value;
}
