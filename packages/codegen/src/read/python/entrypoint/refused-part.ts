import { subscriptArguments } from "../annotations/type-arguments.js";
import { printName } from "../annotations/type-expression.js";
import { externalName } from "../names/resolve.js";
import { type Annotation, behindName } from "./behind-name.js";
import { type Place, tuples, verdictOf } from "./type-verdict.js";

/** Why truss does not take a type, and what to write instead. */
export interface Refusal {
  readonly reason: string;
  readonly help: string;
}

const insideModel = "put it inside a pydantic model, where pydantic's own rules hold";

/** Types that truss takes under another name, or with what they hold. */
const rewritten: ReadonlyMap<string, Refusal> = new Map([
  ["builtins.dict", { reason: "`dict` does not say what it holds", help: "write `dict[str, …]`" }],
  ["builtins.list", { reason: "`list` does not say what it holds", help: "write `list[…]`" }],
  ["builtins.tuple", { reason: "`tuple` does not say what it holds", help: "write `tuple[…]`" }],
  ["typing.Dict", { reason: "it knows `dict`, not `Dict`", help: "write `dict[str, …]`" }],
  ["typing.List", { reason: "it knows `list`, not `List`", help: "write `list[…]`" }],
]);

const containers: ReadonlySet<string> = new Set(["builtins.list", "builtins.dict", ...tuples]);

/** The part of a refused type that truss does not take; `undefined` where there is no more to say of it. */
export function refusalOf({ expression: given, context: outer }: Annotation, place: Place): Refusal | undefined {
  const { expression, context } = behindName(given, outer);
  if (expression.kind === "BinaryOperation") return union("`… | …`");
  const isSubscript = expression.kind === "Subscript";
  const name = externalName(isSubscript ? expression.value : expression, context.scope) ?? "";
  if (name === "typing.Optional" || name === "typing.Union") return union(`\`${printName(expression)}\``);
  if (!isSubscript || !containers.has(name)) return rewritten.get(name);
  if (place === "item") {
    return { reason: `\`${printName(expression)}\` is inside another container`, help: insideModel };
  }
  const inner = tuples.has(name) ? "argument" : "item";
  const refused = subscriptArguments(expression.slice).find((item) => verdictOf(item, inner, context) === "refused");
  return refused && refusalOf({ expression: refused, context }, inner);
}

function union(written: string): Refusal {
  return { reason: `${written} is a union, but truss takes one type`, help: insideModel };
}
