import type { JsonSchema } from "../../signature.js";
import { documentDefinition } from "../documentation/document-schema.js";
import type { Documentation } from "../documentation/documentation.js";
import { noTags } from "../schema/discriminator-tags.js";
import { readArguments, readType } from "../schema/read-type.js";
import { type Direction, definitionId, directionOf, type Part, type Reading, readingOf } from "../schema/reading.js";
import { referencesOf } from "../transform.js";
import type { TypeNode } from "../type-node.js";
import { withoutEndlessAliases } from "./aliases.js";

/** A definition of one schema, with its type. */
export interface Definition {
  readonly id: string;
  readonly part: Part;
  readonly direction: Direction;
  /** Its key in `$defs`. */
  readonly key: string;
  readonly schema: JsonSchema;
  readonly type: TypeNode;
  readonly documentation: Documentation;
}

/** One schema of a signature as types. References in them are ids of definitions. */
export interface Side {
  readonly root: TypeNode;
  /** Those that the root reaches, by id, in order of first use. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Reads one of a signature's schemas. */
export function readSide(schema: JsonSchema, part: Part): Side {
  const reading = readingOf(schema, part);
  const root = directionOf(part) === "input" ? readArguments(schema, reading) : readType(schema, reading, noTags);
  const keys = new Map([...reading.definitions.keys()].map((key) => [definitionId(part, key), key]));
  const definitions = new Map<string, Definition>();
  // A list, for definitions may follow each other further than calls can; its last is the next in order.
  const pending = [...referencesOf(root)].reverse();
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const key = keys.get(id);
    if (key === undefined || definitions.has(id)) continue;
    const definition = readDefinition(id, key, reading);
    definitions.set(id, definition);
    pending.push(...[...referencesOf(definition.type)].reverse());
  }
  return { root, definitions: withoutEndlessAliases(definitions) };
}

function readDefinition(id: string, key: string, reading: Reading): Definition {
  const schema = reading.definitions.get(key) ?? true;
  const type = readType(schema, reading, reading.tags.get(key) ?? noTags);
  return {
    id,
    part: reading.part,
    direction: reading.direction,
    key,
    schema,
    type,
    documentation: documentDefinition(schema),
  };
}
