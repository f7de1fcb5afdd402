import type { TypeNode } from "../../plan/type-node.js";
import { casePlace } from "../place.js";
import { casesOf } from "./cases.js";
import type { CompareType, Comparison } from "./compare-type.js";
import { judge } from "./judge.js";
import type { PlainType, TypeScope } from "./type-scope.js";

/** Which cases of two unions correspond. */
export interface CaseMatching {
  readonly pairs: readonly Parameters<CompareType>[];
  /** Those that are not there any more, in no other form either. */
  readonly removed: readonly TypeNode[];
  readonly added: readonly TypeNode[];
}

/** Whether two cases correspond. Each way of telling is more daring than the one before. */
type Corresponds = (old: TypeNode, next: TypeNode) => boolean;

/** Matches the cases of two unions: by name, then those that are the same, then by what tells objects apart. */
export function matchCases(
  old: readonly TypeNode[],
  next: readonly TypeNode[],
  place: string,
  comparison: Comparison,
): CaseMatching {
  // Of two types that are no unions it is known already that one has become the other.
  const areUnions = old.length > 1 || next.length > 1;
  const named = matchBy((a, b) => areUnions && haveSameName(a, b), old, next);
  const rest = {
    removed: named.removed.flatMap((type) => casesOf(type, comparison.old)),
    added: named.added.flatMap((type) => casesOf(type, comparison.next)),
  };
  const isSame: Corresponds = (a, b) => judge(a, b, comparison, comparison.direction) === "same";
  const same = matchBy(isSame, rest.removed, rest.added);
  const tagged = matchBy((a, b) => haveSameTag(a, b, comparison), same.removed, same.added);
  const alike = matchBy(
    (a, b) => isOnlyOfKind(a, tagged.removed, comparison.old) && areAlike(a, b, tagged.added, comparison),
    tagged.removed,
    tagged.added,
  );
  const pairs = [...named.pairs, ...same.pairs, ...tagged.pairs, ...alike.pairs];
  return {
    pairs: pairs.map(([a, b]) => [a, b, a.kind === "reference" && old.length > 1 ? casePlace(place, a.name) : place]),
    removed: alike.removed,
    added: alike.added,
  };
}

function haveSameName(old: TypeNode, next: TypeNode): boolean {
  return old.kind === "reference" && next.kind === "reference" && old.name === next.name;
}

function matchBy(
  corresponds: Corresponds,
  old: readonly TypeNode[],
  next: readonly TypeNode[],
): { pairs: (readonly [TypeNode, TypeNode])[]; removed: readonly TypeNode[]; added: readonly TypeNode[] } {
  const pairs: (readonly [TypeNode, TypeNode])[] = [];
  const added = [...next];
  const removed = old.filter((type) => {
    const index = added.findIndex((other) => corresponds(type, other));
    const [match] = index < 0 ? [] : added.splice(index, 1);
    if (match !== undefined) pairs.push([type, match]);
    return match === undefined;
  });
  return { pairs, removed, added };
}

/** Whether both are objects that have one value under one key: the tag of a discriminated union. */
function haveSameTag(old: TypeNode, next: TypeNode, scopes: Pick<Comparison, "old" | "next">): boolean {
  const tags = tagsOf(scopes.next.resolve(next).type);
  return [...tagsOf(scopes.old.resolve(old).type)].some(([name, value]) => tags.get(name) === value);
}

function tagsOf(type: PlainType): ReadonlyMap<string, string | number | boolean> {
  if (type.kind !== "object") return new Map();
  return new Map(
    type.members.flatMap(({ name, type: value }) => (value.kind === "literal" ? [[name, value.value]] : [])),
  );
}

/** Whether both are the only list or object of their side, so that one must have become the other. */
function areAlike(
  old: TypeNode,
  next: TypeNode,
  added: readonly TypeNode[],
  { old: before, next: after }: Comparison,
): boolean {
  const type = before.resolve(old).type;
  const other = after.resolve(next).type;
  const isPossible = type.kind === other.kind && isOnlyOfKind(next, added, after);
  return isPossible && ![...tagsOf(type)].some(([name, value]) => (tagsOf(other).get(name) ?? value) !== value);
}

function isOnlyOfKind(type: TypeNode, among: readonly TypeNode[], scope: TypeScope): boolean {
  const { kind } = scope.resolve(type).type;
  const isStructure = kind === "object" || kind === "array" || kind === "tuple" || kind === "record";
  return isStructure && among.filter((other) => scope.resolve(other).type.kind === kind).length === 1;
}
