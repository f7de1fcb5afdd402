import type { Direction } from "../../plan/schema/reading.js";
import type { TypeNode } from "../../plan/type-node.js";
import { isAssignable } from "./assignable.js";
import type { TypeScope } from "./type-scope.js";

/** The types of the client that was, and of the one that is. */
export interface Scopes {
  readonly old: TypeScope;
  readonly next: TypeScope;
}

/** What has become of a type: whether it has fewer values, more, or others. */
export type Judgement = "same" | "narrowed" | "widened" | "changed";

/** Whether each value that was is one that is still; `direction` says whether callers write it. */
export function fitsNext(old: TypeNode, next: TypeNode, scopes: Scopes, direction: Direction): boolean {
  return isAssignable(old, next, { from: scopes.old, to: scopes.next, isWritten: direction === "input" });
}

/** Whether each value that is now is one that was before. */
export function fitsOld(old: TypeNode, next: TypeNode, scopes: Scopes, direction: Direction): boolean {
  return isAssignable(next, old, { from: scopes.next, to: scopes.old, isWritten: direction === "input" });
}

/** Compares two types as a whole. */
export function judge(old: TypeNode, next: TypeNode, scopes: Scopes, direction: Direction): Judgement {
  const isKept = fitsNext(old, next, scopes, direction);
  const isKnown = fitsOld(old, next, scopes, direction);
  if (isKept) return isKnown ? "same" : "widened";
  return isKnown ? "narrowed" : "changed";
}
