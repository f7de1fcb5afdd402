import type { Definition } from "../types/definition.js";

/** A value of Python's that is known without running anything. */
export type Constant =
  | { readonly kind: "none" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | SequenceConstant
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Constant, Constant])[] }
  | EnumMember
  | ModelInstance
  | TextValue
  /** A value that exists and that JSON has no form for: a function, a sentinel. */
  | { readonly kind: "opaque"; readonly name: string };

/** Several values in order. An `iterable` is what can only be looped over: a range, the keys of a dictionary. */
export interface SequenceConstant {
  readonly kind: "sequence";
  readonly type: "tuple" | "list" | "set" | "iterable";
  readonly items: readonly Constant[];
}

/** A member of an enumeration. */
export interface EnumMember {
  readonly kind: "enum-member";
  readonly name: string;
  readonly value: Constant;
  /** What `str` and f-strings make of it, where all versions of Python make the same. */
  readonly printed?: string;
  /** Whether it is equal to nothing but itself: that of an enumeration of texts is equal to its text. */
  readonly isPlain?: boolean;
}

/** A model, a dataclass or a named tuple made by calling its class with constants. */
export interface ModelInstance {
  readonly kind: "instance";
  readonly definition: Definition;
  readonly positional: readonly Constant[];
  readonly keywords: ReadonlyMap<string, Constant>;
}

/** A value that JSON carries as a text of its own form: a date, a decimal, a path. */
export interface TextValue {
  readonly kind: "text";
  /** The qualified name of its class. */
  readonly type: string;
  readonly text: string;
}

/** Makes a string. */
export function stringConstant(value: string): Constant {
  return { kind: "string", value };
}

/** Makes a whole number. */
export function intConstant(value: bigint | number): Constant {
  return { kind: "int", value: BigInt(value) };
}

/** The text of a string constant; of a member of a string enumeration as well. */
export function asString(constant: Constant | undefined): string | undefined {
  if (constant?.kind === "enum-member") return asString(constant.value);
  return constant?.kind === "string" ? constant.value : undefined;
}

/** The truth of a boolean constant. */
export function asBoolean(constant: Constant | undefined): boolean | undefined {
  return constant?.kind === "bool" ? constant.value : undefined;
}

/** The number of a constant that is one. */
export function asNumber(constant: Constant | undefined): number | undefined {
  if (constant?.kind === "int") return Number(constant.value);
  return constant?.kind === "float" ? constant.value : undefined;
}
