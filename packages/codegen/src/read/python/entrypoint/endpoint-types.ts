import { subscriptArguments } from "../annotations/type-arguments.js";
import { type Context, locate } from "../context.js";
import { classKind } from "../models/class-kind.js";
import { resolve } from "../names/resolve.js";
import type { Expression, FunctionDef, Parameter } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";
import { asyncIterators } from "./transport.js";

/** Where an annotation stands. Only a result may be a tuple, and only a result streams. */
type Place = "argument" | "result";

/** The types that truss takes as they are, beside models. */
const plainTypes = new Set([
  "builtins.int",
  "builtins.float",
  "builtins.complex",
  "builtins.bool",
  "builtins.str",
  "builtins.bytes",
  "pydantic.BaseModel",
]);
const tuples = new Set(["builtins.tuple", "typing.Tuple"]);
const streamed = new Set(["builtins.str", "builtins.bytes"]);

/** What truss says of a type: it takes it, refuses it, or the reader does not know the type well enough to tell. */
type Verdict = "taken" | "refused" | "unknown";

/**
 * Refuses the annotations that truss refuses when a chain is pushed, so that its owner learns it here. Inside models
 * truss allows all that pydantic does.
 */
export function checkEndpointTypes(parameters: readonly Parameter[], method: FunctionDef, context: Context): void {
  for (const { name, annotation } of parameters) {
    if (annotation !== undefined && verdictOf(annotation, "argument", context) === "refused") {
      refuse(`run_remote: truss does not take the type of \`${name}\``, annotation, context);
    }
  }
  const { returns } = method;
  if (returns === undefined) return;
  if (verdictOf(returns, "result", context) === "refused") {
    refuse("run_remote: truss does not take the type of the result", returns, context);
  } else if (isSingleTuple(returns, context)) {
    const message = "run_remote: truss cannot send a tuple of one item: every call would fail";
    context.rooms.reporter.error("TC217", message, locate(returns, context), "return the item itself, or a list");
  }
}

/** A websocket is the one argument of its chain, which is asynchronous and returns nothing. */
export function checkWebSocket(parameters: readonly Parameter[], method: FunctionDef, context: Context): void {
  const { returns } = method;
  const returnsNone = returns === undefined || (returns.kind === "Constant" && returns.value === "None");
  if (parameters.length === 1 && method.async && returnsNone) return;
  const help = "write `async def run_remote(self, websocket: chains.WebSocketProtocol) -> None`";
  const message =
    "run_remote: truss takes a websocket as the only argument, of a method that is async and returns None";
  context.rooms.reporter.error("TC216", message, locate(method.nameSpan, context), help);
}

/** A type that already has an error of its own is not spoken of twice. */
function refuse(message: string, annotation: Expression, context: Context): void {
  const location = locate(annotation, context);
  if (context.rooms.reporter.hasErrorIn(location)) return;
  const help = "use a scalar, a pydantic model, or a list or dict of these, and put the rest inside a model";
  context.rooms.reporter.error("TC216", message, location, help);
}

function verdictOf(given: Expression, place: Place, context: Context): Verdict {
  const annotation = behindName(given, context);
  if (annotation.kind !== "Subscript") return verdictOfItem(annotation, context);
  const origin = resolve(annotation.value, context.scope);
  const items = subscriptArguments(annotation.slice);
  if (origin?.kind !== "external") return verdictOfItem(annotation.value, context);
  if (origin.name === "builtins.list" || origin.name === "builtins.dict") return verdictOfAll(items, context);
  if (place === "result" && tuples.has(origin.name)) {
    return items.length === 0 ? "refused" : worst(items.map((item) => verdictOf(item, "argument", context)));
  }
  if (place === "result" && asyncIterators.has(origin.name)) return verdictOfStream(items[0], context);
  return "refused";
}

function verdictOfAll(items: readonly Expression[], context: Context): Verdict {
  const meant = items.map((item) => behindName(item, context));
  return worst(meant.map((item) => (isGenericModel(item, context) ? "taken" : verdictOfItem(item, context))));
}

function verdictOfStream(item: Expression | undefined, context: Context): Verdict {
  const meaning = item === undefined ? undefined : resolve(item, context.scope);
  return meaning?.kind === "external" && streamed.has(meaning.name) ? "taken" : "refused";
}

/** The verdict of a type that is no list, dict or tuple: a scalar, `None` or a model. */
function verdictOfItem(expression: Expression, context: Context): Verdict {
  if (expression.kind === "Constant") return expression.value === "None" ? "taken" : "refused";
  const meaning = resolve(expression, context.scope);
  switch (meaning?.kind) {
    case "external":
      return verdictOfExternal(meaning.name, meaning.imported !== undefined);
    case "class":
      return ["model", "root-model"].includes(classKind(meaning)) ? "taken" : "refused";
    case undefined:
      return "refused";
    default:
      // A missing name has a diagnostic of its own; what a call makes is not looked into.
      return "unknown";
  }
}

/** Of a type of another library nothing is known but that the standard library and typing have no models. */
function verdictOfExternal(name: string, isImported: boolean): Verdict {
  if (plainTypes.has(name)) return "taken";
  const isPythons =
    /^(builtins|typing|typing_extensions|collections|datetime|decimal|uuid|enum|pathlib|numpy|truss_chains)\b/.test(
      name,
    );
  return isPythons || !isImported ? "refused" : "unknown";
}

function isGenericModel(expression: Expression, context: Context): boolean {
  if (expression.kind !== "Subscript") return false;
  return resolve(expression.value, context.scope)?.kind === "class";
}

function isSingleTuple(given: Expression, context: Context): boolean {
  const returns = behindName(given, context);
  if (returns.kind !== "Subscript") return false;
  const origin = resolve(returns.value, context.scope);
  return origin?.kind === "external" && tuples.has(origin.name) && subscriptArguments(returns.slice).length === 1;
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refused")) return "refused";
  return verdicts.includes("unknown") ? "unknown" : "taken";
}
