import type { Member, TypeNode } from "./type-node.js";

/**
 * A text that is equal for equal types. Documentation, `readonly` and `undefined` are left aside, and so is the order
 * of members; a reference is what `classOf` says of it.
 */
export function structureOf(type: TypeNode, classOf: (name: string) => string = (name) => name): string {
  const inner = (node: TypeNode): string => structureOf(node, classOf);
  switch (type.kind) {
    case "keyword":
      return type.word;
    case "literal":
      return JSON.stringify(type.value);
    case "union":
      return `union(${type.members.map(inner).sort().join()})`;
    case "combined":
      return `combined(${type.members.map(inner).sort().join()})`;
    case "array":
      return `array(${inner(type.element)})`;
    case "tuple":
      return `tuple(${type.elements.map((element) => inner(element.type) + optionalMark(element)).join()};${restOf(type.rest, inner)})`;
    case "record":
      return `record(${inner(type.key)};${inner(type.value)})`;
    case "object":
      return `object(${type.members
        .map((member) => memberStructure(member, inner))
        .sort()
        .join()};${restOf(type.index, inner)})`;
    case "empty-object":
      return "empty-object";
    case "reference":
      return `reference(${JSON.stringify(classOf(type.name))})`;
  }
}

function memberStructure(member: Member, inner: (type: TypeNode) => string): string {
  return `${JSON.stringify(member.name)}${optionalMark(member)}:${inner(member.type)}`;
}

function optionalMark(part: { readonly optional: boolean }): string {
  return part.optional ? "?" : "";
}

function restOf(type: TypeNode | undefined, inner: (type: TypeNode) => string): string {
  return type === undefined ? "" : inner(type);
}
