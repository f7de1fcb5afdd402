import type { JsonSchemaObject, JsonValue } from "@typed-chains/codegen";
import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import { createSampler } from "../../../packages/codegen/src/mock/sample/sampler.js";
import { compileValidator } from "../../../packages/codegen/src/mock/validation/validator.js";
import { thinSchema } from "./thin-schema.js";

/**
 * Draws values of a schema by which pydantic validates. The first has everything that can be given; from the others,
 * some of what need not be given is left out. There are fewer where nothing that fits is found, and none where a user's
 * own keywords make the schema invalid.
 */
export async function drawValues(schema: JsonSchemaObject, count: number, random: Random): Promise<JsonValue[]> {
  const compiled = await compileValidator(schema, "input");
  if (!compiled.ok) return [];
  const values: JsonValue[] = [];
  for (let number = 0; number < count; number += 1) {
    const drawnFrom = number === 0 ? schema : thinSchema(schema, random);
    const sample = await createSampler(drawnFrom, compiled.validate, random.seed(), "any");
    if (sample !== undefined) values.push(sample(0));
  }
  return values;
}
