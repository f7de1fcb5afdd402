import type { TypeNode } from "../../plan/type-node.js";
import type { TypeScope } from "./type-scope.js";

const trueAndFalse: readonly TypeNode[] = [
  { kind: "literal", value: true },
  { kind: "literal", value: false },
];

/** The members of a type that is any of several, through the names of unions; `boolean` is `true` or `false`. */
export function casesOf(type: TypeNode, scope: TypeScope): readonly TypeNode[] {
  const resolved = scope.resolve(type).type;
  if (resolved.kind === "union") return resolved.members.flatMap((member) => casesOf(member, scope));
  if (resolved.kind === "keyword" && resolved.word === "boolean") return trueAndFalse;
  return resolved.kind === "keyword" && resolved.word === "never" ? [] : [type];
}

/** The members of a union as they are named, or the type itself. */
export function namedCasesOf(type: TypeNode, scope: TypeScope): readonly TypeNode[] {
  const resolved = scope.resolve(type).type;
  return resolved.kind === "union" ? resolved.members : [type];
}
