import type { Expression, Span, Statement } from "../syntax/nodes.js";

/** From which place of the text on a name has what a statement binds it to. */
export interface Sight {
  readonly from: number;
  /** An annotation that is worked out after its name is bound, although it stands before: `date: date = today`. */
  readonly annotation: Span | undefined;
}

/** From where on what a statement binds is seen: after it. */
export function sightOf(statement: Statement): Sight {
  const annotation = statement.kind === "AnnAssign" ? statement.annotation : undefined;
  return { from: statement.end, annotation };
}

/** Whether an expression at a place of the text sees a binding. */
export function isSeenAt(place: number, { from, annotation }: Sight): boolean {
  return from <= place || (annotation !== undefined && annotation.start <= place && place < annotation.end);
}

/** The methods that change a list, a dictionary or a set. */
const mutators: ReadonlySet<string> = new Set([
  "add",
  "append",
  "clear",
  "discard",
  "extend",
  "insert",
  "pop",
  "popitem",
  "remove",
  "reverse",
  "setdefault",
  "sort",
  "update",
]);

/** The name whose value a statement changes in place: `d["key"] = 1`, `items.append(1)`. */
export function mutatedName(statement: Statement): string | undefined {
  switch (statement.kind) {
    case "Assign":
      return statement.targets.map(subscripted).find((name) => name !== undefined);
    case "AugAssign":
      return subscripted(statement.target);
    case "ExpressionStatement":
      return mutatedByCall(statement.value);
    default:
      return undefined;
  }
}

function subscripted(target: Expression): string | undefined {
  if (target.kind !== "Subscript") return undefined;
  return target.value.kind === "Name" ? target.value.id : subscripted(target.value);
}

function mutatedByCall(call: Expression): string | undefined {
  if (call.kind !== "Call" || call.func.kind !== "Attribute" || !mutators.has(call.func.attr)) return undefined;
  const { value } = call.func;
  return value.kind === "Name" ? value.id : subscripted(value);
}
