import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import type { ClassBinding } from "../names/scope.js";
import type { Field } from "../types/definition.js";

/** The fields of a class; where functions of the user's write some values, each of them may be one of these. */
export function encodedFields(fields: readonly Field[], binding: ClassBinding, context: Context): readonly Field[] {
  if (context.config.encodesByCode !== true) return fields;
  const place = locate(binding.definition.nameSpan, { ...context, scope: binding.enclosing });
  return fields.map((field) => ({ ...field, type: differing(field.type, "encoded", place) }));
}
