import type { Location } from "../../../diagnostics/diagnostic.js";
import type { JsonSchemaObject } from "../../../signature.js";
import type { Constant } from "../constants/constant.js";
import type { Definition } from "./definition.js";

/**
 * What an annotation means to pydantic, before a direction is chosen: pydantic's core schema, as far as a JSON Schema
 * depends on it. Types are trees; what can recur is behind a {@link ReferenceType}.
 */
export type PythonType =
  | PlainType
  | DecimalType
  | ArrayType
  | TupleType
  | MappingType
  | UnionType
  | NullableType
  | ReferenceType
  | DescribedType
  | ModalType
  | JsonTextType
  | OmittedType
  | RefusedType;

/** Which of pydantic's constraints a plain type takes in; any other is wrapped around it. */
export type ConstraintFamily = "text" | "number" | "moment" | "none";

/** A type whose schema is the same in both directions and holds no other type. */
export interface PlainType {
  readonly kind: "plain";
  readonly schema: JsonSchemaObject;
  readonly constrainedAs: ConstraintFamily;
  /** Whether no text is taken for a value that is none, as "1" is for an `int`. @defaultValue false */
  readonly isExact?: boolean;
}

/** A decimal number: a number or a string on the way in, a string on the way out. */
export interface DecimalType {
  readonly kind: "decimal";
  readonly bounds: JsonSchemaObject;
  readonly maxDigits?: number;
  readonly decimalPlaces?: number;
}

/** A list, a set, or a tuple of any length. */
export interface ArrayType {
  readonly kind: "array";
  readonly items: PythonType;
  readonly unique: boolean;
  readonly lengths: JsonSchemaObject;
}

/** A tuple of a fixed length. */
export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly PythonType[];
}

/** A dictionary. */
export interface MappingType {
  readonly kind: "mapping";
  readonly keys: PythonType;
  readonly values: PythonType;
  readonly lengths: JsonSchemaObject;
}

/** One of several types; `None` is never among them, see {@link NullableType}. */
export interface UnionType {
  readonly kind: "union";
  readonly members: readonly PythonType[];
  /** The field that tells the members apart, or a function that does. */
  readonly discriminator?: { readonly field: string } | "function";
}

/** A type or `None`. */
export interface NullableType {
  readonly kind: "nullable";
  readonly inner: PythonType;
}

/** A type with a definition of its own. */
export interface ReferenceType {
  readonly kind: "reference";
  readonly definition: Definition;
}

/** A type whose schema has more keywords laid over it: a title, a description, a constraint that is checked outside. */
export interface DescribedType {
  readonly kind: "described";
  readonly inner: PythonType;
  readonly keywords: JsonSchemaObject;
  /** Whether code of the user's may change the values, on the way in or out. */
  readonly changesValues?: boolean;
  /** What pydantic shows in place of a default, going out; `undefined` where only running Python can tell. */
  readonly writesDefault?: (value: Constant) => Constant | undefined;
  readonly difference?: Difference;
}

/** What the server does otherwise than the schema of a type says. */
export interface Difference {
  readonly side: "input" | "output" | "both";
  readonly message: string;
  readonly help: string;
  readonly location: Location;
  /** Whether it does so for what is inside the type. @defaultValue it does */
  readonly holds?: () => boolean;
  /** Of what keywords bring about that are laid over a schema: whether they do so over this one. */
  readonly holdsOver?: (schema: JsonSchemaObject) => boolean;
  /** Of what happens only in a union: whether the members before and after the type bring it about. */
  readonly holdsAmong?: (before: readonly PythonType[], after: readonly PythonType[]) => boolean;
}

/** Says that code has a say in the values of a type. */
export function changedByCode(inner: PythonType, writesDefault?: DescribedType["writesDefault"]): DescribedType {
  const base: DescribedType = { kind: "described", inner, keywords: {}, changesValues: true };
  return writesDefault === undefined ? base : { ...base, writesDefault };
}

/** A type that is read in one form and written in another. */
export interface ModalType {
  readonly kind: "modal";
  readonly validation: PythonType;
  readonly serialization: PythonType;
  /** Whether only the written form is another: constraints are then those of what is read. */
  readonly isSerializer?: boolean;
}

/** A string that holds a value of a type as JSON. */
export interface JsonTextType {
  readonly kind: "json-text";
  readonly content: PythonType;
}

/** A member of a union that no schema shows. */
export interface OmittedType {
  readonly kind: "omitted";
}

/** A type that pydantic accepts and for which it has no JSON Schema in some direction. */
export interface RefusedType {
  readonly kind: "refused";
  readonly when: "always" | "serialization";
  /** The type, as the user would say it. */
  readonly name: string;
  readonly location: Location;
}

/** Makes a plain type. */
export function plain(schema: JsonSchemaObject, constrainedAs: ConstraintFamily = "none"): PlainType {
  return { kind: "plain", schema, constrainedAs };
}

/** What says nothing: `Any`, and whatever could not be read. */
export const anything: PlainType = plain({});

/** `None`. */
export const none: PlainType = plain({ type: "null" });

/** Makes a list, or another collection of any length. */
export function array(items: PythonType, unique = false): ArrayType {
  return { kind: "array", items, unique, lengths: {} };
}

/** Makes a dictionary. */
export function mapping(keys: PythonType, values: PythonType): MappingType {
  return { kind: "mapping", keys, values, lengths: {} };
}

/** Whether a type is `None` itself. */
function isNone(type: PythonType): boolean {
  return type.kind === "plain" && type.schema.type === "null" && Object.keys(type.schema).length === 1;
}

/** Makes a union as `typing` and pydantic see it: flat, `None` apart, and no union where one member is left. */
export function union(members: readonly PythonType[]): PythonType {
  const flat = members.flatMap(membersOf);
  const others = withoutRepeats(flat.filter((member) => !isNone(member)));
  const [first] = others;
  if (first === undefined) return none;
  const inner: PythonType = others.length === 1 ? first : { kind: "union", members: others };
  return flat.some(isNone) ? { kind: "nullable", inner } : inner;
}

/** A model that stands twice in a union stands there once, as in Python. */
function withoutRepeats(members: readonly PythonType[]): readonly PythonType[] {
  const seen = new Set<Definition>();
  return members.filter((member) => {
    if (member.kind !== "reference") return true;
    const isNew = !seen.has(member.definition);
    seen.add(member.definition);
    return isNew;
  });
}

function membersOf(type: PythonType): readonly PythonType[] {
  if (type.kind === "nullable") return [...membersOf(type.inner), none];
  return type.kind === "union" && type.discriminator === undefined ? type.members : [type];
}
