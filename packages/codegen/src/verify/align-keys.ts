import { isDeepStrictEqual } from "node:util";
import { definitionKey } from "../definition-reference.js";
import { itemPlace, keyPlace, positionPlace, valuePlace } from "../diff/place.js";
import { mapSubschemas } from "../map-subschemas.js";
import { alternativesOf, definitionsOf } from "../plan/schema/definitions.js";
import type { JsonSchema, JsonSchemaObject } from "../signature.js";

/** A key of a result that a schema document shows under another name: an alias, which the wire does not have. */
export interface ShownKey {
  /** Where the key stands: `output.items[].name`. */
  readonly place: string;
  readonly shown: string;
}

/** The schema of a document, with its keys as they are on the wire. */
export interface AlignedKeys {
  readonly schema: JsonSchema;
  readonly shownKeys: readonly ShownKey[];
}

/**
 * Gives the keys of a documented result the names that they have on the wire, as far as it can be told: where a model lacks
 * a key and has another one instead that holds the same, the other one is taken for its alias.
 */
export function alignKeys(wire: JsonSchema, documented: JsonSchema, place: string): AlignedKeys {
  const alignment = new Alignment(wire, documented);
  alignment.compare(wire, documented, place);
  return { schema: alignment.renamed(documented), shownKeys: alignment.shownKeys };
}

class Alignment {
  readonly shownKeys: ShownKey[] = [];
  readonly #wire: (schema: JsonSchema) => JsonSchema;
  readonly #documented: (schema: JsonSchema) => JsonSchema;
  /** The names on the wire, by the documented schema that they belong to. */
  readonly #names = new Map<JsonSchema, ReadonlyMap<string, string>>();
  readonly #seen = new Set<JsonSchema>();

  constructor(wire: JsonSchema, documented: JsonSchema) {
    this.#wire = resolverOf(wire);
    this.#documented = resolverOf(documented);
  }

  compare(left: JsonSchema | undefined, right: JsonSchema | undefined, place: string): void {
    if (left === undefined || right === undefined) return;
    const [wire, documented] = [this.#wire(left), this.#documented(right)];
    if (typeof wire === "boolean" || typeof documented === "boolean" || this.#seen.has(documented)) return;
    this.#seen.add(documented);
    this.#compareProperties(wire, documented, place);
    this.compare(wire.items, documented.items, itemPlace(place));
    this.compare(wire.additionalProperties, documented.additionalProperties, valuePlace(place));
    for (const [position, item] of (wire.prefixItems ?? []).entries()) {
      this.compare(item, documented.prefixItems?.[position], positionPlace(place, position));
    }
    for (const [position, member] of alternativesOf(wire).entries()) {
      this.compare(member, alternativesOf(documented)[position], place);
    }
  }

  /** The documented schema with the names that were found. */
  renamed(schema: JsonSchema): JsonSchema {
    if (typeof schema === "boolean") return schema;
    const names = this.#names.get(schema);
    const result = mapSubschemas(schema, (inner) => this.renamed(inner));
    const nameOf = (key: string): string => names?.get(key) ?? key;
    if (result.properties !== undefined) {
      const properties = Object.entries(result.properties).map(([key, value]) => [nameOf(key), value] as const);
      result.properties = Object.fromEntries(properties);
    }
    if (result.required !== undefined) result.required = result.required.map(nameOf);
    return result;
  }

  #compareProperties(wire: JsonSchemaObject, documented: JsonSchemaObject, place: string): void {
    const names = aliasesOf(wire.properties ?? {}, documented.properties ?? {});
    this.#names.set(documented, names);
    for (const [shown, name] of names) this.shownKeys.push({ place: keyPlace(place, name), shown });
    for (const [shown, property] of Object.entries(documented.properties ?? {})) {
      const name = names.get(shown) ?? shown;
      this.compare(ownProperty(wire.properties ?? {}, name), property, keyPlace(place, name));
    }
  }
}

/** The name on the wire of each key that stands for another one: pydantic keeps the order of the fields. */
function aliasesOf(
  wire: Readonly<Record<string, JsonSchema>>,
  documented: Readonly<Record<string, JsonSchema>>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const unnamed = Object.keys(documented).filter((key) => !Object.hasOwn(wire, key));
  for (const [name, property] of Object.entries(wire)) {
    if (Object.hasOwn(documented, name)) continue;
    const shown = unnamed.find((key) => !names.has(key) && holdTheSame(property, ownProperty(documented, key)));
    if (shown !== undefined) names.set(shown, name);
  }
  return names;
}

/** The title is made of the name. */
function holdTheSame(left: JsonSchema, right: JsonSchema | undefined): boolean {
  const bare = (schema: JsonSchema | undefined): unknown =>
    typeof schema === "object" ? { ...schema, title: undefined } : schema;
  return isDeepStrictEqual(bare(left), bare(right));
}

function ownProperty(properties: Readonly<Record<string, JsonSchema>>, key: string): JsonSchema | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** Follows references into the definitions of a root, to what is no reference. */
function resolverOf(root: JsonSchema): (schema: JsonSchema) => JsonSchema {
  const definitions = definitionsOf(root);
  return (schema) => {
    let current: JsonSchema = schema;
    const passed = new Set<string>();
    while (typeof current === "object" && current.$ref !== undefined && !passed.has(current.$ref)) {
      passed.add(current.$ref);
      current = definitions.get(definitionKey(current.$ref)) ?? true;
    }
    return current;
  };
}
