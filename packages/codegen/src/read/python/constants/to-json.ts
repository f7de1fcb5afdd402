import type { JsonValue } from "../../../signature.js";
import type { Shape } from "../types/definition.js";
import { order } from "./compare.js";
import type { Constant, ModelInstance, SequenceConstant } from "./constant.js";
import { instanceValues, partsOf } from "./instances/instance-values.js";
import { floatText } from "./text/float-text.js";

/** Bounds on what is written out: defaults of models within models multiply. */
const mostValues = 10_000;
const deepest = 100;

/** What a constant is in JSON: a value, nothing (NaN, a function, bytes that are no text), or only Python can tell. */
export type JsonForm =
  | { readonly kind: "value"; readonly value: JsonValue }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/**
 * The JSON form of a constant as pydantic writes it.
 *
 * @param byAlias - whether models are written with their serialization aliases.
 * @param asModelsSay - whether that is up to each model's settings, where it has any.
 */
export function jsonForm(constant: Constant, byAlias: boolean, asModelsSay = false): JsonForm {
  const writer = new JsonWriter(byAlias, asModelsSay);
  const value = writer.write(constant, 0);
  return value === undefined ? { kind: writer.isKnown ? "none" : "unknown" } : { kind: "value", value };
}

/** The value of the JSON form of a constant, by alias; `undefined` where it has none. */
export function toJson(constant: Constant, byAlias: boolean): JsonValue | undefined {
  const form = jsonForm(constant, byAlias);
  return form.kind === "value" ? form.value : undefined;
}

class JsonWriter {
  readonly #asModelsSay: boolean;
  #byAlias: boolean;
  #written = 0;
  #isKnown = true;
  #isInInstance = false;
  /** Whether what is written stands in something of pydantic's, which knows the aliases of all that it holds. */
  #isInModel = false;

  constructor(byAlias: boolean, asModelsSay: boolean) {
    this.#byAlias = byAlias;
    this.#asModelsSay = asModelsSay;
  }

  /** Whether all that was written is known. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  write(constant: Constant, depth: number): JsonValue | undefined {
    this.#written += 1;
    if (this.#written > mostValues || depth > deepest) return this.#unknown();
    switch (constant.kind) {
      case "enum-member":
        return this.write(constant.value, depth + 1);
      case "sequence":
        return this.#sequence(constant, depth);
      case "dict":
        return this.#dictionary(constant.entries, depth);
      case "instance":
        return this.#instance(constant, depth);
      case "float":
        return this.#float(constant.value, depth);
      default:
        return scalar(constant);
    }
  }

  /** JSON has neither NaN nor infinity: pydantic writes `null` for those inside a list or dictionary. */
  #float(value: number, depth: number): number | null | undefined {
    if (Number.isFinite(value)) return value;
    return depth > 0 && !this.#isInInstance ? null : undefined;
  }

  #unknown(): undefined {
    this.#isKnown = false;
  }

  /** A set has no order of its own: pydantic sorts one that is the whole default, where its items can be compared. */
  #sequence({ type, items }: SequenceConstant, depth: number): JsonValue | undefined {
    if (type === "iterable") return undefined;
    if (type !== "set" || items.length < 2) return this.#list(items, depth);
    const [first] = items;
    const isOrdered = depth === 0 && items.every((item) => first !== undefined && order(first, item) !== undefined);
    return isOrdered
      ? this.#list(
          [...items].sort((left, right) => order(left, right) ?? 0),
          depth,
        )
      : this.#unknown();
  }

  #list(items: readonly Constant[], depth: number): JsonValue[] | undefined {
    const values: JsonValue[] = [];
    for (const item of items) {
      const value = this.write(item, depth + 1);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  #dictionary(entries: readonly (readonly [Constant, Constant])[], depth: number): JsonValue | undefined {
    const pairs: [string, JsonValue][] = [];
    for (const [key, value] of entries) {
      const jsonKey = keyText(key) ?? this.#unknown();
      const jsonValue = this.write(value, depth + 1);
      if (jsonKey === undefined || jsonValue === undefined) return undefined;
      pairs.push([jsonKey, jsonValue]);
    }
    return Object.fromEntries(pairs);
  }

  /** What an instance holds goes by its settings, where it has none of its own. */
  #instance(instance: ModelInstance, depth: number): JsonValue | undefined {
    const shape = instance.definition.shape();
    const [byAlias, isInModel] = [this.#byAlias, this.#isInModel];
    this.#byAlias = this.#isByAlias(shape);
    this.#isInModel ||= partsOf(shape)?.construction?.validates === true;
    this.#isInInstance = true;
    const json = this.#shaped(shape, instance, depth);
    this.#byAlias = byAlias;
    this.#isInModel = isInModel;
    return json;
  }

  #isByAlias(shape: Shape): boolean {
    const setting = "serializesByAlias" in shape ? shape.serializesByAlias : "inherited";
    return this.#asModelsSay && setting !== "inherited" ? setting : this.#byAlias;
  }

  #shaped(shape: Shape, instance: ModelInstance, depth: number): JsonValue | undefined {
    const parts = partsOf(shape);
    const held = parts && instanceValues(instance, parts);
    if (held === undefined) return this.#unknown();
    if (shape.kind !== "object") {
      const values = this.#list(
        held.fields.map(([, value]) => value),
        depth,
      );
      return shape.kind === "root" ? values?.[0] : values;
    }
    const written = held.fields.filter(([field]) => field.excluded !== "always");
    if (written.some(([field]) => field.excluded === "sometimes")) return this.#unknown();
    const pairs = written.map(([field, value]): readonly [Constant, Constant] => {
      const key = (this.#byAlias && this.#isInModel ? field.serializationAlias : undefined) ?? field.name;
      return [{ kind: "string", value: key }, value];
    });
    return this.#dictionary([...pairs, ...held.extra], depth);
  }
}

/** The key that pydantic writes for a key of a dictionary. */
function keyText(key: Constant): string | undefined {
  switch (key.kind) {
    case "none":
      return "None";
    case "bool":
      return String(key.value);
    case "int":
      return key.value.toString();
    case "float":
      return floatText(key.value);
    case "enum-member":
      return keyText(key.value);
    default: {
      const text = scalar(key);
      return typeof text === "string" ? text : undefined;
    }
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
