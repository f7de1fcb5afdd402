import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import type { Definition, Field, Shape } from "../types/definition.js";
import type { Difference, PythonType, RefusedType } from "../types/python-type.js";
import { fieldSchema, keyOf } from "./field-schema.js";
import { goesByOthers } from "./goes-by-others.js";
import type { SchemaMode } from "./mode.js";
import { numberedReference } from "./references.js";
import { typeSchema } from "./type-schema.js";

/** A mode for one class, whose keys either are aliases or are not. */
export type KeyedMode = SchemaMode & { readonly byAlias: boolean };

/** A definition that a schema refers to, and how its schema is made. */
export interface Reached {
  readonly definition: Definition;
  readonly generation: Generation;
}

/** Who is told what comes up while a schema is made. */
export interface Listeners {
  /** Told of types that have no schema in this mode. */
  readonly report: (type: RefusedType) => void;
  /** Told where the server does other than the schema says. */
  readonly warn: (difference: Difference) => void;
  /** Told of each definition in `$defs`, with its key there. */
  readonly name?: (definition: Definition, key: string) => void;
}

/** What is the same all over one schema. */
interface Shared extends Listeners {
  /** Whether each model says itself if its keys are aliases. */
  readonly asModelsSay: boolean;
  readonly reached: Reached[];
  readonly numbers: Map<Definition, Map<boolean, number>>;
  /** The fields that are being looked into: a union told apart by itself ends here. */
  readonly inside: Set<Field>;
}

/** One schema in the making: its mode, and the definitions it refers to so far, by number. */
export class Generation {
  readonly mode: KeyedMode;
  readonly #shared: Shared;

  private constructor(mode: KeyedMode, shared: Shared) {
    this.mode = mode;
    this.#shared = shared;
  }

  /** Starts a schema. */
  static start({ mode, ...listeners }: Listeners & { readonly mode: SchemaMode }): Generation {
    const asModelsSay = mode.byAlias === "where-set";
    const keyed: KeyedMode = { ...mode, byAlias: mode.byAlias === true };
    return new Generation(keyed, { ...listeners, asModelsSay, reached: [], numbers: new Map(), inside: new Set() });
  }

  /** The definitions that are referred to; it grows while their schemas are made. */
  get reached(): readonly Reached[] {
    return this.#shared.reached;
  }

  /** Whether each model says itself if its keys are aliases. */
  get asModelsSay(): boolean {
    return this.#shared.asModelsSay;
  }

  /** How a schema goes on inside a class. */
  within(shape: Shape): Generation {
    const setting = "serializesByAlias" in shape ? shape.serializesByAlias : "inherited";
    const isSame = !this.#shared.asModelsSay || setting === "inherited" || setting === this.mode.byAlias;
    return isSame ? this : new Generation({ ...this.mode, byAlias: setting }, this.#shared);
  }

  /** A reference to a definition. */
  refer(definition: Definition): string {
    const { asModelsSay, numbers, reached } = this.#shared;
    // What goes by the class around it has a schema for each way of writing it.
    const way = asModelsSay && goesByOthers(definition) && this.mode.byAlias;
    const ways = numbers.get(definition) ?? new Map<boolean, number>();
    const number = ways.get(way) ?? reached.push({ definition, generation: this }) - 1;
    numbers.set(definition, ways.set(way, number));
    return numberedReference(number);
  }

  /** Reports a type that has no schema in this mode. */
  refuse(type: RefusedType): void {
    if (type.when === "always" || this.mode.direction === "serialization") {
      this.#shared.report(type);
    }
  }

  /** Tells under which key a definition is found. */
  tellName(definition: Definition, key: string): void {
    this.#shared.name?.(definition, key);
  }

  /**
   * Tells of a difference that matters in this mode, unless it is one of unions.
   *
   * @param schema - of what it is said, as the server goes by it.
   */
  mention(difference: Difference | undefined, schema: JsonSchemaObject = {}): void {
    if (difference === undefined || difference.holdsAmong !== undefined) return;
    if (difference.holdsOver?.(schema) !== false) this.#tell(difference);
  }

  /** Tells of the differences that the members of a union bring about together. */
  mentionAmong(members: readonly PythonType[]): void {
    for (const [index, member] of members.entries()) {
      const difference = member.kind === "described" ? member.difference : undefined;
      const holds = difference?.holdsAmong?.(members.slice(0, index), members.slice(index + 1)) === true;
      if (difference !== undefined && holds) this.#tell(difference);
    }
  }

  /** The key of a field of a definition. */
  keyOfField(definition: number | undefined, name: string): string | undefined {
    const found = this.#field(definition, name);
    return found === undefined ? undefined : keyOf(found.field, found.generation);
  }

  /** The schema of a field of a definition. */
  schemaOfField(definition: number | undefined, name: string): JsonSchemaObject | undefined {
    const { inside } = this.#shared;
    const found = this.#field(definition, name);
    if (found === undefined || inside.has(found.field)) return undefined;
    inside.add(found.field);
    const schema = fieldSchema(found.field, found.field.name, found.generation);
    inside.delete(found.field);
    return schema;
  }

  /** The values of a definition that is an enumeration. */
  enumOf(definition: number | undefined): readonly JsonValue[] | undefined {
    const shape = this.#reachedAt(definition)?.definition.shape();
    return shape?.kind === "type" ? typeSchema(shape.type, this)?.enum : undefined;
  }

  #tell(difference: Difference): void {
    const side = this.mode.direction === "validation" ? "input" : "output";
    const matters = difference.side === "both" || difference.side === side;
    if (matters && difference.holds?.() !== false) this.#shared.warn(difference);
  }

  #field(definition: number | undefined, name: string): FoundField | undefined {
    const found = this.#reachedAt(definition);
    const shape = found?.definition.shape();
    if (found === undefined || shape?.kind !== "object") return undefined;
    const field = shape.fields.find((candidate) => candidate.name === name);
    return field && { field, generation: found.generation.within(shape) };
  }

  #reachedAt(definition: number | undefined): Reached | undefined {
    return definition === undefined ? undefined : this.#shared.reached[definition];
  }
}

/** A field, and how its schema is made. */
interface FoundField {
  readonly field: Field;
  readonly generation: Generation;
}
