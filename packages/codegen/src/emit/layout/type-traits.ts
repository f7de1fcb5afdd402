import { isKeyword, type TypeNode, type UnionNode } from "../../plan/type-node.js";

/** Whether a union is one object, or one type by its name, and otherwise `null`: it is never broken itself. */
export function isHugging({ members }: UnionNode): boolean {
  const first = members.find(isObjectOrName);
  return first !== undefined && members.every((member) => member === first || isKeyword(member, "null"));
}

function isObjectOrName(type: TypeNode): boolean {
  switch (type.kind) {
    case "object":
    case "empty-object":
    case "reference":
      return true;
    case "keyword":
      return type.word === "Uint8Array" || type.word === "NdArray";
    case "record":
      return !type.spelledOut || isKeyword(type.key, "string");
    default:
      return false;
  }
}
