import type {
  CombinedNode,
  Member,
  ObjectNode,
  RecordNode,
  TupleElement,
  TupleNode,
  TypeNode,
} from "../../plan/type-node.js";
import { isKeyword, keyword } from "../../plan/type-node.js";
import { numberLiteral, propertyKey, stringLiteral } from "../literal.js";
import { type Doc, group, hardline, indent, join, line, list, softline } from "./doc.js";
import { documented } from "./documented.js";
import { brokenArguments } from "./type-arguments.js";
import { isHugging } from "./type-traits.js";
import { unionDoc, unionInParentheses, unionInTuple } from "./union-doc.js";

/** What a combination of types is in TypeScript. */
export type Combinations = (combination: CombinedNode) => string;

/** A type whose place takes it as it is, such as what an alias names. Its combinations have been asked for before. */
export function typeDoc(type: TypeNode, combinations: Combinations): Doc {
  const inner = (part: TypeNode): Doc => typeDoc(part, combinations);
  switch (type.kind) {
    case "keyword":
      return type.word;
    case "literal":
      return literalDoc(type.value);
    case "union":
      return unionDoc(type, inner);
    case "combined":
      return combinations(type);
    case "array":
      return [type.readonly ? "readonly " : "", operand(type.element, combinations), "[]"];
    case "tuple":
      return tupleDoc(type, combinations);
    case "record":
      return recordDoc(type, combinations);
    case "object":
      return ["{", indent([hardline, membersDoc(type, combinations)]), hardline, "}"];
    case "empty-object":
      return `Record<string, ${type.open ? "unknown" : "never"}>`;
    case "reference":
      return type.name;
  }
}

/** A type after a colon. */
function annotation(type: TypeNode, combinations: Combinations): Doc {
  const doc = typeDoc(type, combinations);
  return type.kind === "union" && !isHugging(type) ? group(indent([softline, doc])) : doc;
}

/** A type before `[]`, `?` or `&`. */
export function operand(type: TypeNode, combinations: Combinations): Doc {
  const doc = typeDoc(type, combinations);
  if (type.kind === "union") return unionInParentheses(type, doc);
  const isReadonlyList = (type.kind === "array" || type.kind === "tuple") && type.readonly;
  return isReadonlyList || type.kind === "combined" ? ["(", doc, ")"] : doc;
}

/** The members of an object, and what else may be in it. */
export function membersDoc({ members, index }: Pick<ObjectNode, "members" | "index">, combinations: Combinations): Doc {
  const docs = members.map((member) => memberDoc(member, combinations));
  if (index === undefined) return join(hardline, docs);
  // TypeScript holds optional members against an index signature as if `undefined` could be there.
  const type = members.some((member) => member.optional) ? withUndefined(index) : index;
  return join(hardline, [...docs, ["[key: string]: ", annotation(type, combinations), ";"]]);
}

function memberDoc({ name, type, optional, acceptsUndefined, documentation }: Member, combinations: Combinations): Doc {
  const key = `${propertyKey(name)}${optional ? "?" : ""}: `;
  const written = acceptsUndefined ? withUndefined(type) : type;
  return documented(documentation, [key, annotation(written, combinations), ";"]);
}

function withUndefined(type: TypeNode): TypeNode {
  if (isKeyword(type, "unknown")) return type;
  const members = type.kind === "union" ? type.members : [type];
  return { kind: "union", members: [...members, keyword("undefined")] };
}

function tupleDoc(type: TupleNode, combinations: Combinations): Doc {
  const count = type.elements.length + (type.rest === undefined ? 0 : 1);
  const elements = type.elements.map((element): Doc => {
    if (element.label !== undefined) return labelledDoc(element.label, element, combinations);
    if (element.optional) return [operand(element.type, combinations), "?"];
    const doc = typeDoc(element.type, combinations);
    return element.type.kind === "union" && count > 1 ? unionInTuple(element.type, doc) : doc;
  });
  const rest: Doc[] = type.rest === undefined ? [] : [["...", operand(type.rest, combinations), "[]"]];
  const items = [...elements, ...rest].map((doc) => group(doc));
  return [type.readonly ? "readonly " : "", items.length === 0 ? "[]" : group(list("[", items, "]"))];
}

function labelledDoc(label: string, { type, optional }: TupleElement, combinations: Combinations): Doc {
  return [`${label}${optional ? "?" : ""}: `, annotation(type, combinations)];
}

function recordDoc({ key, value, spelledOut }: RecordNode, combinations: Combinations): Doc {
  if (spelledOut) return braced([keyDoc(key, combinations), ": ", annotation(value, combinations)]);
  const record = ["Record", brokenArguments([typeDoc(key, combinations), typeDoc(value, combinations)])];
  return isKeyword(key, "string") ? record : ["Partial", brokenArguments([record])];
}

function keyDoc(key: TypeNode, combinations: Combinations): Doc {
  if (isKeyword(key, "string")) return "[key: string]";
  return [group(["[", indent([softline, "key in ", annotation(key, combinations)]), softline, "]"]), "?"];
}

function braced(member: Doc): Doc {
  return group(["{", indent([line, member]), line, "}"]);
}

function literalDoc(value: string | number | boolean): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "number" ? numberLiteral(value) : String(value);
}
