import type { Member, ObjectNode, RecordNode, TupleNode, TypeNode } from "../plan/type-node.js";
import { isKeyword } from "../plan/type-node.js";
import { type Combinations, combinationKey } from "./combination-key.js";
import { printComment } from "./comment/print-comment.js";
import { propertyKey, stringLiteral } from "./literal.js";

/** A type as text. Its combinations have been asked for before. */
export function printType(type: TypeNode, combinations: Combinations): string {
  const inner = (part: TypeNode): string => printType(part, combinations);
  switch (type.kind) {
    case "keyword":
      return type.word;
    case "literal":
      return typeof type.value === "string" ? stringLiteral(type.value) : String(type.value);
    case "union":
      return type.members.map((member) => printPart(member, combinations)).join(" | ");
    case "combined":
      return (
        combinations.get(combinationKey(type.members.map((member) => printPart(member, combinations)))) ?? "unknown"
      );
    case "array":
      return `${type.readonly ? "readonly " : ""}${printPart(type.element, combinations)}[]`;
    case "tuple":
      return printTuple(type, combinations);
    case "record":
      return printRecord(type, inner);
    case "object":
      return `{\n${printMembers(type, combinations)}\n}`;
    case "empty-object":
      return `Record<string, ${type.open ? "unknown" : "never"}>`;
    case "reference":
      return type.name;
  }
}

/** A type as text that keeps its meaning wherever it stands. Formatting takes the needless parentheses away. */
export function printPart(type: TypeNode, combinations: Combinations): string {
  const isReadonlyList = (type.kind === "array" || type.kind === "tuple") && type.readonly;
  const isOpen = type.kind === "union" || type.kind === "combined" || isReadonlyList;
  return isOpen ? `(${printType(type, combinations)})` : printType(type, combinations);
}

/** The members of an object, and what else may be in it. */
export function printMembers(
  { members, index }: Pick<ObjectNode, "members" | "index">,
  combinations: Combinations,
): string {
  const lines = members.map((member) => printMember(member, combinations));
  if (index === undefined) return lines.join("\n");
  // TypeScript holds optional members against an index signature as if `undefined` could be there.
  const withUndefined = members.some((member) => member.optional) && !isKeyword(index, "unknown");
  return [...lines, `[key: string]: ${printType(index, combinations)}${withUndefined ? " | undefined" : ""};`].join(
    "\n",
  );
}

function printMember(member: Member, combinations: Combinations): string {
  const type = printType(member.type, combinations);
  const withUndefined = member.acceptsUndefined && !isKeyword(member.type, "unknown") ? ` | undefined` : "";
  const colon = member.optional ? "?:" : ":";
  return `${printComment(member.documentation)}${propertyKey(member.name)}${colon} ${type}${withUndefined};`;
}

function printTuple(type: TupleNode, combinations: Combinations): string {
  const elements = type.elements.map(
    (element) => `${printPart(element.type, combinations)}${element.optional ? "?" : ""}`,
  );
  const rest = type.rest === undefined ? [] : [`...${printPart(type.rest, combinations)}[]`];
  return `${type.readonly ? "readonly " : ""}[${[...elements, ...rest].join(", ")}]`;
}

function printRecord({ key, value, spelledOut }: RecordNode, inner: (type: TypeNode) => string): string {
  const isAnyKey = isKeyword(key, "string");
  if (spelledOut)
    return isAnyKey ? `{ [key: string]: ${inner(value)} }` : `{ [key in ${inner(key)}]?: ${inner(value)} }`;
  const record = `Record<${inner(key)}, ${inner(value)}>`;
  return isAnyKey ? record : `Partial<${record}>`;
}
