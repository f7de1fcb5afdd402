import { propertyKey, stringLiteral } from "../../emit/literal.js";
import { isKeyword, type Member, type RecordNode, type TupleNode, type TypeNode } from "../../plan/type-node.js";
import type { TypeScope } from "./type-scope.js";

/** A type in one line of TypeScript, models by their names: what a change shows, not what is generated. */
export function typeText(type: TypeNode): string {
  switch (type.kind) {
    case "keyword":
      return type.word;
    case "literal":
      return typeof type.value === "string" ? stringLiteral(type.value) : String(type.value);
    case "union":
      return type.members.map(partText).join(" | ");
    case "combined":
      return type.members.map(partText).join(" & ");
    case "array":
      return `${type.readonly ? "readonly " : ""}${partText(type.element)}[]`;
    case "tuple":
      return tupleText(type);
    case "record":
      return recordText(type);
    case "object":
      return `{ ${[...type.members.map(memberText), ...indexText(type.index)].join("; ")} }`;
    case "empty-object":
      return type.open ? "Record<string, unknown>" : "Record<string, never>";
    case "reference":
      return type.name;
  }
}

/** The type where it has changed: what an alias stands for, and an interface by its name. */
export function changedTypeText(type: TypeNode, scope: TypeScope): string {
  const { type: plain, isInterface } = scope.resolve(type);
  return typeText(isInterface ? type : plain);
}

/** A key with its type: `top_k?: number`. */
export function memberText({ name, optional, type }: Member): string {
  return `${propertyKey(name)}${optional ? "?" : ""}: ${typeText(type)}`;
}

function partText(type: TypeNode): string {
  const isReadonlyList = (type.kind === "array" || type.kind === "tuple") && type.readonly;
  const isOpen = type.kind === "union" || type.kind === "combined" || isReadonlyList;
  return isOpen ? `(${typeText(type)})` : typeText(type);
}

function tupleText({ elements, rest, readonly }: TupleNode): string {
  const parts = elements.map(({ type, optional }) => `${partText(type)}${optional ? "?" : ""}`);
  const more = rest === undefined ? [] : [`...${partText(rest)}[]`];
  return `${readonly ? "readonly " : ""}[${[...parts, ...more].join(", ")}]`;
}

function recordText({ key, value }: RecordNode): string {
  const record = `Record<${typeText(key)}, ${typeText(value)}>`;
  return isKeyword(key, "string") ? record : `Partial<${record}>`;
}

function indexText(index: TypeNode | undefined): readonly string[] {
  return index === undefined ? [] : [`[key: string]: ${typeText(index)}`];
}
