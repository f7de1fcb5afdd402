import { subscriptArguments } from "../annotations/type-arguments.js";
import { type Context, locate } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Scope } from "../names/scope.js";
import type { Expression, FunctionDef, Parameter } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";
import { isIterator } from "./iterators.js";
import { refusalOf } from "./refused-part.js";
import { type Place, tuples, verdictOf } from "./type-verdict.js";

/**
 * Refuses the annotations that truss refuses when a chain is pushed, so that its owner learns it here.
 *
 * @param subject - how the method is called in a message.
 */
export function checkEndpointTypes(
  parameters: readonly Parameter[],
  method: FunctionDef,
  context: Context,
  subject: string = "run_remote",
): void {
  for (const { name, annotation } of parameters) {
    if (annotation !== undefined) checkType(annotation, "argument", `${subject}: `, `\`${name}\``, context);
  }
  const { returns } = method;
  if (returns === undefined || (method.yields && !isIterator(returns, context))) return;
  checkType(returns, "result", `${subject}: `, "the result", context);
}

/** Whether a method takes a websocket instead of a request. */
export function takesWebSocket(parameters: readonly Parameter[], scope: Scope): boolean {
  return parameters.some(({ annotation }) => {
    return annotation !== undefined && externalName(annotation, scope) === "truss_chains.WebSocketProtocol";
  });
}

/** A websocket is the one argument of its chain, which is asynchronous and returns nothing. */
export function checkWebSocket(
  parameters: readonly Parameter[],
  method: FunctionDef,
  context: Context,
  subject: string = "run_remote",
): void {
  const { returns } = method;
  const result = returns === undefined ? undefined : behindName(returns, context).expression;
  const returnsNone = result === undefined || (result.kind === "Constant" && result.value === "None");
  if (returns !== undefined && result?.kind === "String") reportString(returns, `${subject}: `, "the result", context);
  else if (parameters.length > 1 || !method.async || !returnsNone) reportOtherSocket(method, subject, context);
}

function reportOtherSocket(method: FunctionDef, subject: string, context: Context): void {
  const help = "write `async def run_remote(self, websocket: chains.WebSocketProtocol) -> None`";
  const message = `${subject}: truss takes a websocket only as the sole argument of a method that is async and returns None`;
  context.reader.reporter.error("TC216", message, locate(method.nameSpan, context), help);
}

/** Reports a result that truss takes, and cannot send. */
export function checkSendable({ returns }: FunctionDef, context: Context): void {
  if (returns === undefined || !isSingleTuple(returns, context)) return;
  const location = locate(returns, context);
  if (context.reader.reporter.hasErrorIn(location)) return;
  const message = "run_remote: truss cannot send a tuple of one item: every call would fail";
  context.reader.reporter.error("TC217", message, location, "return the item itself, or a list");
}

function isSingleTuple(given: Expression, outer: Context): boolean {
  const { expression, context } = behindName(given, outer);
  if (expression.kind !== "Subscript") return false;
  const isTuple = tuples.has(externalName(expression.value, context.scope) ?? "");
  return isTuple && subscriptArguments(expression.slice).length === 1;
}

/** A type that already has an error of its own is not spoken of twice. */
function checkType(annotation: Expression, place: Place, subject: string, what: string, context: Context): void {
  if (verdictOf(annotation, place, context) !== "refused") return;
  const location = locate(annotation, context);
  if (context.reader.reporter.hasErrorIn(location)) return;
  const text = stringIn(annotation, context);
  if (text !== undefined) {
    reportString(text, subject, what, context);
    return;
  }
  const refusal = refusalOf({ expression: annotation, context }, place);
  const help = isIterator(annotation, context)
    ? "truss streams `str` or `bytes`: yield one of these, or write models with a `stream_writer`"
    : (refusal?.help ??
      "use a scalar, a pydantic model, or a list or dict of these, and put anything else inside a model");
  const message = `${subject}truss does not accept the type of ${what}${refusal === undefined ? "" : `: ${refusal.reason}`}`;
  context.reader.reporter.error("TC216", message, location, help);
}

function reportString(place: Expression, subject: string, what: string, context: Context): void {
  const message = `${subject}the type of ${what} is written as a string, which truss refuses`;
  const help = "write it without quotes, and define its class before the chainlet";
  context.reader.reporter.error("TC222", message, locate(place, context), help);
}

/** Where truss finds a string in an annotation: the annotation itself, or an item of a list, dict or tuple. */
function stringIn(annotation: Expression, outer: Context): Expression | undefined {
  const { expression, context } = behindName(annotation, outer);
  const text = looseParts(expression, context).find((part) => part.kind === "String");
  return text === undefined || expression === annotation ? text : annotation;
}

function looseParts(expression: Expression, context: Context): readonly Expression[] {
  if (expression.kind !== "Subscript") return [expression];
  const origin = externalName(expression.value, context.scope) ?? "";
  const isContainer = origin === "builtins.list" || origin === "builtins.dict" || tuples.has(origin);
  return isContainer ? subscriptArguments(expression.slice).flatMap((item) => looseParts(item, context)) : [expression];
}
