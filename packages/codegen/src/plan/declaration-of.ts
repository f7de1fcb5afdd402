import type { Documentation } from "./documentation/documentation.js";
import type { Declaration } from "./module-plan.js";
import type { TypeNode } from "./type-node.js";

/** Declares a type by a name: an object as an interface, anything else as an alias. */
export function declarationOf(name: string, type: TypeNode, documentation: Documentation): Declaration {
  if (type.kind !== "object") return { kind: "alias", name, type, documentation };
  const { members, index } = type;
  return { kind: "interface", name, members, ...(index && { index }), documentation };
}
