import type { JsonSchemaObject } from "../../../signature.js";
import { argument } from "../constants/call-arguments.js";
import { asBoolean, asString } from "../constants/constant.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Scope } from "../names/scope.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { unknownValue } from "./problems.js";

/** Whether something is deprecated, and what is said of that, if anything. */
export type Deprecation = string | boolean;

/** `deprecated=True`, `"message"` or `deprecated("message")`. */
export function readDeprecation(expression: Expression | undefined, context: Context): Deprecation | undefined {
  if (expression === undefined) return undefined;
  if (isDeprecator(expression, context.scope)) return messageOf(expression, context);
  const value = context.reader.fold(expression, context);
  if (value === undefined) {
    unknownValue("Whether this is deprecated", "it is left out", expression, context);
    return undefined;
  }
  return value.kind === "none" ? undefined : (asString(value) ?? asBoolean(value) ?? true);
}

/** What the first `@deprecated("message")` among some decorators says. */
export function deprecationOf(decorators: readonly Expression[], context: Context): Deprecation | undefined {
  const decorator = decorators.find((candidate): candidate is Call => isDeprecator(candidate, context.scope));
  return decorator && messageOf(decorator, context);
}

/**
 * Keywords with what is said of a deprecation. JSON Schema has a mark alone: the message is the last paragraph of the
 * description, which pydantic leaves out.
 */
export function withDeprecation(keywords: JsonSchemaObject, deprecation: Deprecation | undefined): JsonSchemaObject {
  if (deprecation === undefined || deprecation === false) return keywords;
  const description = withMessage(keywords.description, deprecation);
  return { ...keywords, ...(description === undefined ? {} : { description }), deprecated: true };
}

/** A description that ends with what is said of a deprecation. */
export function withMessage(description: string | undefined, deprecation: Deprecation | undefined): string | undefined {
  const message = typeof deprecation === "string" ? deprecation.split(/\s+/).join(" ").trim() : "";
  if (message === "") return description;
  return [...(description ? [description] : []), `Deprecated: ${message}`].join("\n\n");
}

function isDeprecator(expression: Expression, scope: Scope): expression is Call {
  const name = expression.kind === "Call" ? externalName(expression.func, scope) : undefined;
  return name === "warnings.deprecated" || name === "typing.deprecated";
}

function messageOf(call: Call, context: Context): Deprecation {
  const message = argument(call, "message", 0);
  return (message && asString(context.reader.fold(message, context))) ?? true;
}
