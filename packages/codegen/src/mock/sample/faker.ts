import type { JsonSchemaObject, JsonValue } from "../../signature.js";

/** Makes the value of a scalar's schema from a seed. */
export type Faker = (schema: JsonSchemaObject, seed: number) => JsonValue;

/** Loads json-schema-faker. It gets scalars alone: of what contains others, its samples do not always fit. */
export async function loadFaker(): Promise<Faker> {
  const { generateSync } = await import("json-schema-faker");
  return (schema, seed) => {
    const value: unknown = generateSync(schema, { seed });
    return isScalar(value) ? value : null;
  };
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
