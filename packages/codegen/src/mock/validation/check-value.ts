import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { checkArray } from "./check-array.js";
import { checkJsonText, isJsonText } from "./check-json-text.js";
import { checkFloat, checkInteger } from "./check-number.js";
import { checkObject } from "./check-object.js";
import { checkBoolean, checkChoice, checkNull, choicesOf } from "./check-scalar.js";
import { checkString } from "./check-string.js";
import { checkTaggedUnion } from "./check-tagged-union.js";
import { checkUnion } from "./check-union.js";
import type { Check, Checking, Side } from "./checking.js";
import { checkDecimal } from "./formats/decimal.js";
import { checkNumpy } from "./formats/numpy.js";
import { hasHalfCharacter, readsText } from "./half-characters.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { createResolve } from "./resolve-reference.js";
import { alternativesOf, isDecimal, isNumpy, kindOf } from "./schema-view.js";
import { messages } from "./wording.js";

/** Makes the check of a value against a schema that stands alone. Keywords that pydantic never writes are left to ajv. */
export function createCheck(root: JsonSchema, side: Side): Check {
  const resolve = createResolve(root);
  const checking: Checking = { side, resolve, check };
  function check(schema: JsonSchema, value: JsonValue, location: Location): readonly Problem[] {
    const target = resolve(schema);
    return typeof target === "boolean" ? [] : checkTarget(target, value, location, checking);
  }
  return check;
}

function checkTarget(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (isDecimal(schema)) return checkDecimal(schema, value, location);
  if (isNumpy(schema)) return checkNumpy(value, location);
  if (typeof value === "string" && hasHalfCharacter(value) && readsText(schema)) {
    return problem(location, messages.unreadable);
  }
  const choices = choicesOf(schema);
  if (choices !== undefined) return checkChoice(choices, value, location);
  const alternatives = alternativesOf(schema);
  const tag = schema.discriminator?.propertyName;
  if (alternatives !== undefined && tag !== undefined) return checkTaggedUnion(schema, tag, value, location, checking);
  if (alternatives !== undefined) return checkUnion(alternatives, value, location, checking);
  if (schema.allOf !== undefined) return schema.allOf.flatMap((part) => checking.check(part, value, location));
  return checkKind(schema, value, location, checking);
}

function checkKind(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  switch (kindOf(schema)) {
    case "string":
      return isJsonText(schema)
        ? checkJsonText(schema, value, location, checking)
        : checkString(schema, value, location);
    case "integer":
      return checkInteger(schema, value, location, checking.side);
    case "number":
      return checkFloat(schema, value, location, checking.side);
    case "boolean":
      return checkBoolean(value, location);
    case "null":
      return checkNull(value, location);
    case "array":
      return checkArray(schema, value, location, checking);
    case "object":
      return checkObject(schema, value, location, checking);
    default:
      return [];
  }
}
