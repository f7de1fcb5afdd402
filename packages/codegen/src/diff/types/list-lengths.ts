import type { TupleNode } from "../../plan/type-node.js";
import type { PlainType } from "./type-scope.js";

/**
 * Whether callers can name a position or a length of a list that its narrower form cannot have: TypeScript knows how long
 * a tuple is, and refuses `value[2]` of a pair.
 */
export function isLengthGone(old: PlainType, next: PlainType): boolean {
  if (next.kind !== "tuple" || next.rest !== undefined) return false;
  if (old.kind !== "tuple") return old.kind === "array";
  return old.rest !== undefined || old.elements.length !== next.elements.length || shortest(old) !== shortest(next);
}

function shortest({ elements }: TupleNode): number {
  return elements.filter(({ optional }) => !optional).length;
}
