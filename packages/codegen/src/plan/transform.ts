import type { Declaration } from "./module-plan.js";
import type { TypeNode } from "./type-node.js";

/** The same type with each of its immediate parts changed. */
export function mapParts(type: TypeNode, change: (part: TypeNode) => TypeNode): TypeNode {
  switch (type.kind) {
    case "union":
    case "combined":
      return { ...type, members: type.members.map(change) };
    case "array":
      return { ...type, element: change(type.element) };
    case "tuple": {
      const elements = type.elements.map((element) => ({ ...element, type: change(element.type) }));
      return { ...type, elements, ...(type.rest && { rest: change(type.rest) }) };
    }
    case "record":
      return { ...type, key: change(type.key), value: change(type.value) };
    case "object": {
      const members = type.members.map((member) => ({ ...member, type: change(member.type) }));
      return { ...type, members, ...(type.index && { index: change(type.index) }) };
    }
    default:
      return type;
  }
}

/** The immediate parts of a type, in reading order. */
export function partsOf(type: TypeNode): readonly TypeNode[] {
  const parts: TypeNode[] = [];
  mapParts(type, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** The names that a type refers to, in reading order, each once. */
export function referencesOf(type: TypeNode): readonly string[] {
  const own = type.kind === "reference" ? [type.name] : [];
  return [...new Set([...own, ...partsOf(type).flatMap(referencesOf)])];
}

/** The types that a declaration is made of, in reading order. */
export function typesOfDeclaration(declaration: Declaration): readonly TypeNode[] {
  if (declaration.kind === "alias") return [declaration.type];
  const { members, index } = declaration;
  return [...members.map(({ type }) => type), ...(index === undefined ? [] : [index])];
}
