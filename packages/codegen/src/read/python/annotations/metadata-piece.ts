import { type Context, locate } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import { isSchemaMethod } from "../schema-methods.js";
import { bodyText } from "../syntax/body-text.js";
import { calleeOf } from "../syntax/callee.js";
import type { Call, Expression } from "../syntax/nodes.js";
import { anything, type PythonType } from "../types/python-type.js";
import { introspecting } from "./introspecting.js";
import { unknownValue } from "./problems.js";
import { printName } from "./type-expression.js";

/** What stands in an `Annotated[…]` beside the type, or after the `=` of a field, and where its names mean something. */
export interface MetadataPiece {
  readonly expression: Expression;
  readonly context: Context;
}

/** The call that a name stands for, as in `Positive = Field(gt=0)`; anything else stands for itself. */
export function behindPiece(expression: Expression, context: Context): MetadataPiece {
  const meaning = resolve(expression, context.scope);
  if (meaning?.kind !== "assignment" || meaning.value.kind !== "Call" || meaning.mayBeReplaced) {
    return { expression, context };
  }
  const within = context.within ?? { node: expression, scope: context.scope };
  return { expression: meaning.value, context: { ...context, scope: meaning.enclosing, within } };
}

/** Whether a call makes a `Field` by code of the user's: a function that has one in it, or `partial(Field, …)`. */
export function makesField({ func }: Call, context: Context): boolean {
  const meaning = resolve(func, context.scope);
  if (meaning?.kind === "assignment" && meaning.value.kind === "Call") {
    return meaning.value.args.some((part) => externalName(part, meaning.enclosing) === "pydantic.Field");
  }
  if (meaning?.kind !== "function") return false;
  return /\bField\(/.test(bodyText(meaning.definition));
}

/** What a piece that is not known does to a type: code of the user's may do anything, and all else does nothing. */
export function applyUnknown(type: PythonType, expression: Expression, context: Context): PythonType {
  const named = calleeOf(expression);
  const meaning = resolve(named, context.scope);
  const isMade = meaning?.kind === "function" || (meaning?.kind === "assignment" && meaning.value.kind === "Call");
  if (expression.kind === "Starred" || isMade) {
    unknownValue("What this says about the type", "it is left out, with any alias that it gives", expression, context);
    return type;
  }
  const isByCode =
    meaning?.kind === "class" ? makesSchemas(meaning) : meaning?.kind === "external" && makers.has(meaning.name);
  return isByCode ? madeByCode(printName(named), expression, context) : type;
}

const makers: ReadonlySet<string> = new Set(["pydantic.GetPydanticSchema"]);

function madeByCode(name: string, expression: Expression, context: Context): PythonType {
  const message = `The schema that \`${name}\` makes cannot be known without running Python; the type becomes \`unknown\``;
  const help = introspecting("use `Field`, `WithJsonSchema`, or validators and serializers");
  context.reader.reporter.warning("TC214", message, locate(expression, context), help);
  return anything;
}

function makesSchemas({ definition }: ClassBinding): boolean {
  return definition.body.some((statement) => statement.kind === "FunctionDef" && isSchemaMethod(statement.name));
}
