import type { Member, TypeNode } from "../../plan/type-node.js";
import type { IsAssignable, Relation } from "./assignable.js";
import { hasNoKeys, type ObjectShape, shapeOf } from "./object-shape.js";
import type { PlainType, Resolved } from "./type-scope.js";

/** Whether an object is a value of the type. */
export function isObjectAssignable(source: Resolved, to: PlainType, relation: Relation, inner: IsAssignable): boolean {
  const from = shapeOf(source.type, relation.from);
  const target = shapeOf(to, relation.to);
  if (from === undefined || target === undefined) return false;
  // What has no keys is `Record<string, never>`: an object with some is none of it, written or not.
  if (hasNoKeys(target) && !hasNoKeys(from)) return false;
  return (
    target.members.every((member) => hasMember(from, member, inner)) &&
    (!relation.isWritten || knowsAllOf(from, target, inner)) &&
    (target.index === undefined || fitsIndex(from, target.index, source.isInterface && !relation.isWritten, inner))
  );
}

function hasMember({ members, index }: ObjectShape, to: Member, inner: IsAssignable): boolean {
  const from = members.find(({ name }) => name === to.name);
  if (from === undefined) return to.optional && (index === undefined || inner(index, to.type));
  const isMissing = from.optional && !to.optional;
  const isUndefined = from.optional && from.acceptsUndefined && !to.acceptsUndefined;
  return !isMissing && !isUndefined && inner(from.type, to.type);
}

/** Whether no key is written that the other type does not know. */
function knowsAllOf(from: ObjectShape, { members, index }: ObjectShape, inner: IsAssignable): boolean {
  if (from.index !== undefined && index === undefined) return false;
  return from.members.every(({ name, type }) => {
    return members.some((member) => member.name === name) || (index !== undefined && inner(type, index));
  });
}

/** An interface has no index but the one that it declares; a type without a name has that of its members. */
function fitsIndex(from: ObjectShape, to: TypeNode, needsIndex: boolean, inner: IsAssignable): boolean {
  if (from.index === undefined && needsIndex) return false;
  const values = [...from.members.map(({ type }) => type), ...(from.index === undefined ? [] : [from.index])];
  return values.every((type) => inner(type, to));
}
