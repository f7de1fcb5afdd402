import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ChainSignature, JsonSchema } from "../signature.js";
import type { Side } from "./validation/checking.js";
import { compileValidator, type Validator } from "./validation/validator.js";

/** What was prepared, or why it cannot be. */
export type Prepared<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Ends a preparation. */
export function refuse(diagnostic: Diagnostic): { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  return { ok: false, diagnostics: [diagnostic] };
}

/** Compiles one of a signature's schemas, of which messages speak by this name. */
export async function compileSchema(
  schema: JsonSchema,
  side: Side,
  { name }: ChainSignature,
  part: string = side,
): Promise<Prepared<{ readonly validate: Validator }>> {
  const result = await compileValidator(schema, side);
  return result.ok
    ? result
    : refuse(error("TC505", `the schema of ${name}'s ${part} cannot be used: ${result.reason}`));
}
