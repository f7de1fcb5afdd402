import type { JsonValue } from "../../../signature.js";
import type { Field, ObjectShape } from "../types/definition.js";
import type { Constant, ModelInstance } from "./constant.js";

/** Bounds on what is written out: defaults of models within models multiply. */
const mostValues = 10_000;
const deepest = 100;

/**
 * The JSON form of a constant as pydantic writes it, or `undefined` where JSON has none: NaN, infinities, functions,
 * bytes that are no text, models whose dump only running Python can tell.
 *
 * @param byAlias - whether models are written with their serialization aliases.
 */
export function toJson(constant: Constant, byAlias: boolean): JsonValue | undefined {
  return new JsonWriter(byAlias).write(constant, 0);
}

class JsonWriter {
  readonly #byAlias: boolean;
  #written = 0;

  constructor(byAlias: boolean) {
    this.#byAlias = byAlias;
  }

  write(constant: Constant, depth: number): JsonValue | undefined {
    this.#written += 1;
    if (this.#written > mostValues || depth > deepest) {
      return undefined;
    }
    switch (constant.kind) {
      case "enum-member":
        return this.write(constant.value, depth + 1);
      case "sequence":
        return this.#list(constant.type === "set" ? sorted(constant.items) : constant.items, depth);
      case "dict":
        return this.#dictionary(constant.entries, depth);
      case "instance":
        return this.#instance(constant, depth);
      default:
        return scalar(constant);
    }
  }

  #list(items: readonly Constant[], depth: number): JsonValue | undefined {
    const values: JsonValue[] = [];
    for (const item of items) {
      const value = this.write(item, depth + 1);
      if (value === undefined) {
        return undefined;
      }
      values.push(value);
    }
    return values;
  }

  #dictionary(entries: readonly (readonly [Constant, Constant])[], depth: number): JsonValue | undefined {
    const pairs: [string, JsonValue][] = [];
    for (const [key, value] of entries) {
      const jsonKey = this.write(key, depth + 1);
      const jsonValue = this.write(value, depth + 1);
      if (jsonKey === undefined || jsonValue === undefined || typeof jsonKey === "object") {
        return undefined;
      }
      pairs.push([String(jsonKey), jsonValue]);
    }
    return Object.fromEntries(pairs);
  }

  #instance({ definition, values }: ModelInstance, depth: number): JsonValue | undefined {
    const shape = definition.shape();
    if (shape.kind === "root") {
      const value = values.get("root") ?? defaultOf(shape.field);
      return value === undefined ? undefined : this.write(value, depth + 1);
    }
    const known = shape.kind === "object" && shape.constructible && accepts(shape.fields, values);
    return known ? this.#object(shape, values, depth) : undefined;
  }

  #object(shape: ObjectShape, values: ReadonlyMap<string, Constant>, depth: number): JsonValue | undefined {
    const pairs: [string, JsonValue][] = [];
    for (const field of shape.fields.filter((candidate) => candidate.excluded === "never")) {
      const value = values.get(field.validationAlias ?? field.name) ?? values.get(field.name) ?? defaultOf(field);
      const json = value === undefined ? undefined : this.write(value, depth + 1);
      if (json === undefined) {
        return undefined;
      }
      pairs.push([(this.#byAlias ? field.serializationAlias : undefined) ?? field.name, json]);
    }
    return Object.fromEntries(pairs);
  }
}

function scalar(constant: Constant): JsonValue | undefined {
  switch (constant.kind) {
    case "none":
      return null;
    case "bool":
    case "string":
      return constant.value;
    case "int":
      return finite(Number(constant.value));
    case "float":
      return finite(constant.value);
    case "bytes":
      return decode(constant.value);
    case "text":
      return constant.text;
    default:
      return undefined;
  }
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A set has no order of its own; pydantic sorts what can be compared. */
function sorted(items: readonly Constant[]): readonly Constant[] {
  const allOf = (kind: Constant["kind"]): boolean => items.every((item) => item.kind === kind);
  return allOf("int") || allOf("string") ? [...items].sort(compareKeys) : items;
}

function compareKeys(left: Constant, right: Constant): number {
  if (left.kind === "int" && right.kind === "int") {
    return Number(left.value - right.value);
  }
  return left.kind === "string" && right.kind === "string" && left.value < right.value ? -1 : 1;
}

function accepts(fields: readonly Field[], values: ReadonlyMap<string, Constant>): boolean {
  const keys = new Set(fields.flatMap((field) => [field.name, field.validationAlias ?? field.name]));
  return [...values.keys()].every((key) => keys.has(key));
}

function defaultOf(field: Field): Constant | undefined {
  return field.default.kind === "constant" ? field.default.value : undefined;
}
