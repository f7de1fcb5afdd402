import { structureOf } from "./structure.js";
import { isKeyword, keyword, type TypeNode } from "./type-node.js";

/** The type of a value that has any of the types: flat, without repetition, `null` last. */
export function unionOf(types: readonly TypeNode[]): TypeNode {
  const members = distinct(types.flatMap((type) => (type.kind === "union" ? type.members : [type]))).filter(
    (type) => !isKeyword(type, "never"),
  );
  if (members.some((type) => isKeyword(type, "unknown"))) return keyword("unknown");
  const isNull = (type: TypeNode): boolean => isKeyword(type, "null");
  const ordered = [...members.filter((type) => !isNull(type)), ...members.filter(isNull)];
  return single(ordered, "never") ?? { kind: "union", members: ordered };
}

/** The type of a value that has all of the types. */
export function combinationOf(types: readonly TypeNode[]): TypeNode {
  const flat = distinct(types.flatMap((type) => (type.kind === "combined" ? type.members : [type])));
  if (flat.some((type) => isKeyword(type, "never"))) return keyword("never");
  const members = flat.filter((type) => !flat.some((other) => other !== type && saysMore(other, type)));
  return single(members, "unknown") ?? { kind: "combined", members };
}

/** The type, or `null`. */
export function nullable(type: TypeNode): TypeNode {
  return unionOf([type, keyword("null")]);
}

function distinct(types: readonly TypeNode[]): TypeNode[] {
  const byStructure = new Map<string, TypeNode>();
  for (const type of types) {
    const structure = structureOf(type);
    if (!byStructure.has(structure)) byStructure.set(structure, type);
  }
  return [...byStructure.values()];
}

function single(types: readonly TypeNode[], whenNone: "never" | "unknown"): TypeNode | undefined {
  return types.length > 1 ? undefined : (types[0] ?? keyword(whenNone));
}

/** Whether whatever is said by `type` is said by `other` already, in the plain cases that schemas really have. */
function saysMore(other: TypeNode, type: TypeNode): boolean {
  if (isKeyword(type, "unknown")) return !isKeyword(other, "unknown");
  if (isAnyObject(type)) return other.kind === "object" || other.kind === "reference" || other.kind === "union";
  const literals = other.kind === "union" ? other.members : [other];
  return (
    type.kind === "keyword" &&
    literals.every((member) => member.kind === "literal" && typeof member.value === type.word)
  );
}

/** `{ "type": "object" }` beside a reference or a choice of models only repeats that they are objects. */
function isAnyObject(type: TypeNode): boolean {
  return type.kind === "record" && isKeyword(type.key, "string") && isKeyword(type.value, "unknown");
}
