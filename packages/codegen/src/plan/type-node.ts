import type { Documentation } from "./documentation/documentation.js";

/**
 * A TypeScript type as data. Everything about it is decided while planning; emission only prints it.
 *
 * While a chain is being planned, a reference holds the id of a definition; in a finished plan it holds the name of a
 * declaration.
 */
export type TypeNode =
  | KeywordNode
  | LiteralNode
  | UnionNode
  | CombinedNode
  | ArrayNode
  | TupleNode
  | RecordNode
  | ObjectNode
  | EmptyObjectNode
  | ReferenceNode;

/** A type that TypeScript has a word for, or JavaScript or the runtime a class. */
export interface KeywordNode {
  readonly kind: "keyword";
  readonly word:
    | "string"
    | "number"
    | "boolean"
    | "null"
    | "undefined"
    | "unknown"
    | "never"
    | "Uint8Array"
    | "NdArray";
}

/** One value. `null` is a keyword; lists and objects of values are tuples and objects of literals. */
interface LiteralNode {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

/** Any of its members: at least two. */
export interface UnionNode {
  readonly kind: "union";
  readonly members: readonly TypeNode[];
}

/** All of its members at once: at least two. */
export interface CombinedNode {
  readonly kind: "combined";
  readonly members: readonly TypeNode[];
}

/** A list. */
interface ArrayNode {
  readonly kind: "array";
  readonly element: TypeNode;
  readonly readonly: boolean;
  /** How many items it has at least, where that is more than one: examples keep to it, and the type does not say it. */
  readonly least?: number;
}

/** A list of known positions, and of any number of `rest` after them. */
export interface TupleNode {
  readonly kind: "tuple";
  readonly elements: readonly TupleElement[];
  readonly rest?: TypeNode;
  readonly readonly: boolean;
}

/** One position of a tuple. Only the last positions are optional. */
export interface TupleElement {
  readonly type: TypeNode;
  /** What it is called: of all positions or of none. */
  readonly label?: string;
  readonly optional: boolean;
}

/** An object whose keys are data. A key that is not `string` names the keys there may be; none of them must be there. */
export interface RecordNode {
  readonly kind: "record";
  readonly key: TypeNode;
  readonly value: TypeNode;
  /** Whether it is written without `Record`, which TypeScript refuses inside a recursive alias. */
  readonly spelledOut: boolean;
}

/** An object whose keys are known. */
export interface ObjectNode {
  readonly kind: "object";
  readonly members: readonly Member[];
  /** The type of every key, those of the members included, where others than theirs may be there. */
  readonly index?: TypeNode;
}

/** An object of a model that has no fields. */
interface EmptyObjectNode {
  readonly kind: "empty-object";
  /** Whether keys that the model does not know may be there: what a server sends, it may send more of. */
  readonly open: boolean;
}

/** A declaration of the same module. */
interface ReferenceNode {
  readonly kind: "reference";
  readonly name: string;
}

/** A key of an object and what it holds. */
export interface Member {
  /** The key as it is on the wire. */
  readonly name: string;
  readonly type: TypeNode;
  readonly optional: boolean;
  /** Whether `undefined` may be written for leaving it out. */
  readonly acceptsUndefined: boolean;
  readonly documentation: Documentation;
}

/** The type of a word of TypeScript. */
export function keyword(word: KeywordNode["word"]): KeywordNode {
  return { kind: "keyword", word };
}

/** Whether the type is that word. */
export function isKeyword(type: TypeNode, word: KeywordNode["word"]): boolean {
  return type.kind === "keyword" && type.word === word;
}
