import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import type { Definition, Field } from "../types/definition.js";
import type { RefusedType } from "../types/python-type.js";
import { fieldSchema, keyOf } from "./field-schema.js";
import type { SchemaMode } from "./mode.js";
import { numberedReference } from "./references.js";
import { typeSchema } from "./type-schema.js";

/** One schema in the making: its mode, and the definitions it refers to so far, by number. */
export class Generation {
  readonly mode: SchemaMode;
  readonly #report: (type: RefusedType) => void;
  readonly #definitions: Definition[] = [];
  readonly #numbers = new Map<Definition, number>();
  /** The fields that are being looked into: a union told apart by itself ends here. */
  readonly #inside = new Set<Field>();

  constructor(mode: SchemaMode, report: (type: RefusedType) => void) {
    this.mode = mode;
    this.#report = report;
  }

  /** The definitions that are referred to; it grows while their schemas are made. */
  get definitions(): readonly Definition[] {
    return this.#definitions;
  }

  /** A reference to a definition. */
  refer(definition: Definition): string {
    const number = this.#numbers.get(definition) ?? this.#definitions.push(definition) - 1;
    this.#numbers.set(definition, number);
    return numberedReference(number);
  }

  /** Reports a type that has no schema in this mode. */
  refuse(type: RefusedType): void {
    if (type.when === "always" || this.mode.direction === "serialization") {
      this.#report(type);
    }
  }

  /** The key of a field of a definition. */
  keyOfField(definition: number | undefined, name: string): string | undefined {
    const field = this.#field(definition, name);
    return field === undefined ? undefined : keyOf(field, this);
  }

  /** The schema of a field of a definition. */
  schemaOfField(definition: number | undefined, name: string): JsonSchemaObject | undefined {
    const field = this.#field(definition, name);
    if (field === undefined || this.#inside.has(field)) {
      return undefined;
    }
    this.#inside.add(field);
    const schema = fieldSchema(field, field.name, this);
    this.#inside.delete(field);
    return schema;
  }

  /** The values of a definition that is an enumeration. */
  enumOf(definition: number | undefined): readonly JsonValue[] | undefined {
    const shape = definition === undefined ? undefined : this.#definitions[definition]?.shape();
    return shape?.kind === "type" ? typeSchema(shape.type, this)?.enum : undefined;
  }

  #field(definition: number | undefined, name: string): Field | undefined {
    const shape = definition === undefined ? undefined : this.#definitions[definition]?.shape();
    const fields = shape?.kind === "object" ? shape.fields : [];
    return fields.find((field) => field.name === name);
  }
}
