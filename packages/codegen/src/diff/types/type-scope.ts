import type { Declaration } from "../../plan/module-plan.js";
import { keyword, type TypeNode } from "../../plan/type-node.js";

/** A type that is no reference. */
export type PlainType = Exclude<TypeNode, { readonly kind: "reference" }>;

/** What a type is, behind its names. */
export interface Resolved {
  /** The same object whenever the same type is asked for: recursion ends where it comes back. */
  readonly type: PlainType;
  /** Whether it is an interface, which TypeScript holds to a stricter rule than types without a name. */
  readonly isInterface: boolean;
}

/** The types of one client. */
export interface TypeScope {
  resolve(type: TypeNode): Resolved;
}

/** The scope in which references mean these declarations. A plan has no endless aliases. */
export function typeScope(declarations: ReadonlyMap<string, Declaration>): TypeScope {
  const interfaces = new Map<string, Resolved>();
  for (const declaration of declarations.values()) {
    if (declaration.kind !== "interface") continue;
    const { members, index } = declaration;
    const type = { kind: "object", members, ...(index && { index }) } as const;
    interfaces.set(declaration.name, { type, isInterface: true });
  }
  const resolve = (type: TypeNode): Resolved => {
    if (type.kind !== "reference") return { type, isInterface: false };
    const declaration = declarations.get(type.name);
    if (declaration?.kind === "alias") return resolve(declaration.type);
    return interfaces.get(type.name) ?? { type: keyword("unknown"), isInterface: false };
  };
  return { resolve };
}
