import type { ErrorObject, Options, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonSchema, JsonValue } from "../../signature.js";
import { toAjvSchema } from "./ajv-schema.js";
import { createCheck } from "./check-value.js";
import type { Side } from "./checking.js";
import { type Problem, problem } from "./problem.js";
import { pointerSteps } from "./resolve-reference.js";

/** Lists what is wrong with a value, in pydantic's words; nothing where it fits. */
export type Validator = (value: JsonValue) => readonly Problem[];

/** A validator, or why there can be none. */
export type ValidatorResult =
  | { readonly ok: true; readonly validate: Validator }
  | { readonly ok: false; readonly reason: string };

/**
 * Compiles a schema that stands alone. ajv knows all of JSON Schema; our own check knows Python's types, and pydantic's
 * order and words. A value fits where both say so. What only ajv sees is told in ajv's words.
 */
export async function compileValidator(schema: JsonSchema, side: Side): Promise<ValidatorResult> {
  const check = createCheck(schema, side);
  try {
    const fits = await compileWithAjv(toAjvSchema(schema, side));
    const validate: Validator = (value) => {
      const problems = check(schema, value, []);
      const escaped = problems.find((found) => found.escapes === true);
      if (escaped !== undefined) return [escaped];
      return problems.length > 0 || fits(value) ? problems : describeErrors(fits.errors ?? []);
    };
    return { ok: true, validate };
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

const settings: Options = {
  strict: false,
  validateFormats: false,
  allErrors: true,
  ownProperties: true,
  strictNumbers: false,
  multipleOfPrecision: 9,
  logger: false,
};

/** Knows what a schema is. ajv compiles that anew in each instance, which takes longer than most schemas: one is enough. */
let schemaChecker: Ajv2020 | undefined;

async function compileWithAjv(schema: JsonSchema): Promise<ValidateFunction> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  schemaChecker ??= new Ajv2020(settings);
  await schemaChecker.validateSchema(schema, true);
  return new Ajv2020({ ...settings, validateSchema: false }).compile(schema);
}

function describeErrors(errors: readonly ErrorObject[]): readonly Problem[] {
  const [first] = errors;
  if (first === undefined) return problem([], "Input does not fit the schema");
  const steps = pointerSteps(first.instancePath).map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
  return problem(steps, `Input ${first.message ?? "does not fit the schema"}`);
}
