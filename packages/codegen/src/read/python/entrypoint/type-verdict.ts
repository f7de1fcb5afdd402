import { parseStringAnnotation } from "../annotations/string-annotation.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import type { Context } from "../context.js";
import { classKind } from "../models/class-kind.js";
import { type Meaning, resolve } from "../names/resolve.js";
import type { Call, Expression, Subscript } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";
import { hasUnknownBase, isPythonsOwn } from "./class-knowledge.js";
import { iteratedItem } from "./iterators.js";

/** Where an annotation stands. Only a result may be a tuple or stream; an item of a list or dict may be neither list nor dict. */
export type Place = "argument" | "result" | "item";

/** What truss says of a type: it takes it, refuses it, or the reader does not know the type well enough to tell. */
export type Verdict = "taken" | "refused" | "unknown";

/** The types that truss takes as they are, beside classes that are models. */
const plainTypes = new Set([
  "builtins.int",
  "builtins.float",
  "builtins.complex",
  "builtins.bool",
  "builtins.str",
  "builtins.bytes",
  "pydantic.BaseModel",
  "pydantic.RootModel",
  "pydantic_settings.BaseSettings",
  "truss_chains.EngineBuilderLLMInput",
]);
const streamable = new Set(["builtins.str", "builtins.bytes"]);

/** The two ways to write a tuple. */
export const tuples: ReadonlySet<string> = new Set(["builtins.tuple", "typing.Tuple"]);

/** What truss says of an annotation of `run_remote`. Inside models it allows all that pydantic does. */
export function verdictOf(given: Expression, place: Place, outer: Context): Verdict {
  const streamed = place === "result" ? iteratedItem(given, outer) : undefined;
  if (streamed !== undefined) return streamable.has(streamed) ? "taken" : "refused";
  const { expression, context } = behindName(given, outer);
  switch (expression.kind) {
    case "String":
      return verdictOfString(expression, place, context);
    case "Constant":
      return expression.value === "None" ? "taken" : "refused";
    case "Subscript":
      return verdictOfSubscript(expression, place, context);
    case "Name":
    case "Attribute":
      return verdictOfMeaning(resolve(expression, context.scope), context);
    case "Call":
      return verdictOfCall(expression, context);
    case "Conditional":
    case "NamedExpression":
      return "unknown";
    default:
      return "refused";
  }
}

/** Only a stub, which nothing runs, may write its types as strings. */
function verdictOfString(literal: Expression & { kind: "String" }, place: Place, context: Context): Verdict {
  if (!context.scope.module.path.endsWith(".pyi")) return "refused";
  const inner = parseStringAnnotation(literal, context);
  return inner === undefined ? "unknown" : verdictOf(inner, place, context);
}

function verdictOfSubscript({ value, slice }: Subscript, place: Place, context: Context): Verdict {
  const origin = resolve(value, context.scope);
  const items = subscriptArguments(slice);
  switch (origin?.kind) {
    case "external":
      return verdictOfGeneric(origin.name, items, place, context);
    case "class":
    case "alias":
      return verdictOfMeaning(origin, context);
    default:
      return "unknown";
  }
}

function verdictOfGeneric(name: string, items: readonly Expression[], place: Place, context: Context): Verdict {
  const verdictOfAll = (inner: Place): Verdict => worst(items.map((item) => verdictOf(item, inner, context)));
  if (name === "pydantic.RootModel") return "taken";
  if (place !== "item" && name === "builtins.list") return verdictOfAll("item");
  if (place !== "item" && name === "builtins.dict") return items.length === 2 ? verdictOfAll("item") : "refused";
  if (place === "result" && tuples.has(name)) return verdictOfAll("argument");
  return isPythonsOwn(name) ? "refused" : "unknown";
}

function verdictOfMeaning(meaning: Meaning | undefined, context: Context): Verdict {
  switch (meaning?.kind) {
    case "external":
      if (plainTypes.has(meaning.name)) return "taken";
      return isPythonsOwn(meaning.name) ? "refused" : "unknown";
    case "class":
      if (["model", "root-model"].includes(classKind(meaning))) return "taken";
      return hasUnknownBase(meaning) ? "unknown" : "refused";
    case "assignment":
      return meaning.value.kind === "Call"
        ? verdictOfCall(meaning.value, { ...context, scope: meaning.enclosing })
        : "unknown";
    case "alias":
    case "function":
    case "module":
      return "refused";
    default:
      // A missing name has a diagnostic of its own.
      return "unknown";
  }
}

/** What a call makes that stands for a type: `create_model(…)` a model, `NewType(…)` or `conint(…)` none. */
function verdictOfCall({ func }: Call, context: Context): Verdict {
  const maker = resolve(func, context.scope);
  if (maker?.kind !== "external" || maker.name === "builtins.type") return "unknown";
  if (maker.name === "pydantic.create_model") return "taken";
  return isPythonsOwn(maker.name) ? "refused" : "unknown";
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refused")) return "refused";
  return verdicts.includes("unknown") ? "unknown" : "taken";
}
