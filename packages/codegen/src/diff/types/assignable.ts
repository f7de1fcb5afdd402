import { isKeyword, type TypeNode } from "../../plan/type-node.js";
import { isListAssignable } from "./assignable-lists.js";
import { isObjectAssignable } from "./assignable-objects.js";
import { casesOf } from "./cases.js";
import { Pairs } from "./pairs.js";
import type { PlainType, Resolved, TypeScope } from "./type-scope.js";

/** A question of whether values of one type are values of another, and where the names of the two stand. */
export interface Relation {
  readonly from: TypeScope;
  readonly to: TypeScope;
  /**
   * Whether values are written where they are used, as arguments are: TypeScript then refuses keys that it does not
   * know, and has no names to be strict about.
   */
  readonly isWritten: boolean;
}

/** Answers the question for parts of the types. */
export type IsAssignable = (from: TypeNode, to: TypeNode) => boolean;

/**
 * Whether TypeScript takes each value of `from` for one of `to`.
 *
 * Types refer to each other in circles, so that a pair that is being looked at is taken to fit: it does, if nothing
 * else stands against it. Where this cannot tell, the answer is no.
 */
export function isAssignable(from: TypeNode, to: TypeNode, relation: Relation): boolean {
  return questions(relation).asIs(from, to);
}

/** The question for parts of the types, as the relation has it, and for values that are not written in place. */
interface Questions {
  readonly asIs: IsAssignable;
  readonly loosely: IsAssignable;
}

function questions(relation: Relation): Questions {
  const undo: (() => void)[] = [];
  const loose = { ...relation, isWritten: false };
  const both: Questions = {
    asIs: (from, to) => asIs(from, to),
    loosely: (from, to) => loosely(from, to),
  };
  const asIs = question(relation, both, undo);
  const loosely = relation.isWritten ? question(loose, { asIs: both.loosely, loosely: both.loosely }, undo) : asIs;
  return both;
}

function question(relation: Relation, parts: Questions, undo: (() => void)[]): IsAssignable {
  const failed = new Pairs<PlainType, PlainType>();
  const assumed = new Pairs<PlainType, PlainType>();
  return (from, to) => {
    const source = relation.from.resolve(from);
    const target = relation.to.resolve(to);
    if (failed.has(source.type, target.type)) return false;
    if (!assumed.add(source.type, target.type)) return true;
    const before = undo.push(() => assumed.delete(source.type, target.type)) - 1;
    if (isPlainAssignable(source, target, relation, parts)) return true;
    // What was concluded from a pair that does not fit is no conclusion.
    for (const forget of undo.splice(before)) forget();
    failed.add(source.type, target.type);
    return false;
  };
}

function isPlainAssignable(source: Resolved, target: Resolved, relation: Relation, parts: Questions): boolean {
  const [from, to] = [source.type, target.type];
  const { asIs, loosely } = parts;
  if (isKeyword(to, "unknown") || isKeyword(from, "never")) return true;
  // Each of the types has only some of the keys of a value that is all of them.
  if (to.kind === "combined") return to.members.every((member) => loosely(from, member));
  if (from.kind === "combined" && from.members.some((member) => asIs(member, to))) return true;
  if (from.kind === "union" || (isKeyword(from, "boolean") && to.kind === "union")) {
    return casesOf(from, relation.from).every((member) => asIs(member, to));
  }
  if (isKeyword(from, "boolean") && isKeyword(to, "boolean")) return true;
  if (isKeyword(to, "boolean") || to.kind === "union") {
    return casesOf(to, relation.to).some((member) => asIs(from, member));
  }
  if (from.kind === "combined") return false;
  if (from.kind === "keyword") return to.kind === "keyword" && from.word === to.word;
  if (from.kind === "literal") return isLiteralAssignable(from.value, to);
  if (from.kind === "array" || from.kind === "tuple") return isListAssignable(from, to, asIs);
  return isObjectAssignable(source, to, relation, asIs);
}

function isLiteralAssignable(value: string | number | boolean, to: PlainType): boolean {
  if (to.kind === "literal") return to.value === value;
  return to.kind === "keyword" && to.word === typeof value;
}
