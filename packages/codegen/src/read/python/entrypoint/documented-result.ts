import type { JsonSchema } from "../../../signature.js";
import type { Context } from "../context.js";
import { generateSchema } from "../json-schema/generate.js";
import { inputMode, outputMode } from "../json-schema/mode.js";
import type { Scope } from "../names/scope.js";
import type { FunctionDef } from "../syntax/nodes.js";
import type { Definition } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import { runRemoteOf } from "./chainlets.js";
import type { Entrypoint } from "./choose-entrypoint.js";

/**
 * The result of an entrypoint as the schema document of the running chain has it: by its validation schema, as if it were
 * an argument. `undefined` where it cannot be known.
 */
export function readDocumentedResult(entrypoint: Entrypoint, context: Context): JsonSchema | undefined {
  const type = resultType(entrypoint, context);
  if (type === undefined) return undefined;
  let isKnown = true;
  const report = (): void => {
    isKnown = false;
  };
  const schema = generateSchema(type, { mode: inputMode, report, warn: () => {} });
  return isKnown ? schema : undefined;
}

/**
 * The enumerations of an entrypoint's result whose members are texts or whole numbers themselves, by their keys in `$defs`:
 * no schema shows which they are.
 */
export function readScalarEnumerations(entrypoint: Entrypoint, context: Context): ReadonlySet<string> {
  const type = resultType(entrypoint, context);
  const found = new Set<string>();
  const name = (definition: Definition, key: string): void => {
    const shape = definition.shape();
    if (shape.kind === "type" && shape.hasScalarMembers === true) found.add(key);
  };
  if (type !== undefined) generateSchema(type, { mode: outputMode, report: () => {}, warn: () => {}, name });
  return found;
}

function resultType(entrypoint: Entrypoint, context: Context): PythonType | undefined {
  const runRemote = runRemoteIn(entrypoint, context);
  if (runRemote?.method.returns === undefined) return undefined;
  return context.reader.readType(runRemote.method.returns, { ...context, scope: runRemote.scope });
}

/** The method, and where the names of its annotations are looked up. */
function runRemoteIn(
  entrypoint: Entrypoint,
  { scope }: Context,
): { readonly method: FunctionDef; readonly scope: Scope } | undefined {
  if (entrypoint.kind === "function") return { method: entrypoint.definition, scope };
  const found = runRemoteOf(entrypoint);
  return found && { method: found.method, scope: found.owner.body() };
}
