import type { JsonSchemaObject } from "../../../signature.js";
import { isJsonObject } from "../../json/is-object.js";
import { withoutInvalid } from "../../schema/without-invalid.js";
import type { Constant } from "../constants/constant.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import type { Expression } from "../syntax/nodes.js";

/**
 * The keywords that a user gives a schema; `undefined` where the value is no dictionary that JSON can say. The server
 * never looks at them: one that JSON Schema does not allow is left out.
 */
export function userKeywords(value: Constant, place: Expression, context: Context): JsonSchemaObject | undefined {
  const given = toJson(value, true);
  if (!isJsonObject(given)) return undefined;
  return withoutInvalid(given, (reason) => {
    const message = `A keyword that is not valid JSON Schema is left out: ${reason}`;
    context.reader.reporter.warning("TC116", message, locate(place, context), "correct the keyword");
  });
}
