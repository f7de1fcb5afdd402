import type { JsonSchema } from "../../signature.js";
import type { TypeNode } from "../type-node.js";
import { definitionsOf } from "./definitions.js";
import { type Tags, tagsByDefinition } from "./discriminator-tags.js";

/** Which way a value goes: to the chain, or back from it. */
export type Direction = "input" | "output";

/** What reading one schema needs to know beside the schema itself. */
export interface Reading {
  readonly direction: Direction;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  /** The tags of each definition, by its key. Empty for output, whose tags are always sent. */
  readonly tags: ReadonlyMap<string, Tags>;
}

/** Reads the type of a schema, as a member of a union with these tags. Handed on, so that no module needs another back. */
export type ReadType = (schema: JsonSchema, reading: Reading, tags: Tags) => TypeNode;

/** What reading a schema of one direction needs to know. */
export function readingOf(schema: JsonSchema, direction: Direction): Reading {
  const definitions = definitionsOf(schema);
  return { direction, definitions, tags: direction === "input" ? tagsByDefinition(schema, definitions) : new Map() };
}

/** The id of a definition: its direction and its key in `$defs`. */
export function definitionId(direction: Direction, key: string): string {
  return `${direction}:${key}`;
}
