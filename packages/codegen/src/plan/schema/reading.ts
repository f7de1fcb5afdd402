import type { JsonSchema } from "../../signature.js";
import type { TypeNode } from "../type-node.js";
import { definitionsOf } from "./definitions.js";
import { type Tags, tagsByDefinition } from "./discriminator-tags.js";

/** Which way a value goes: to the chain, or back from it. */
export type Direction = "input" | "output";

/** What a chain answers with: one output, or the frames of a stream. Each has a schema that stands alone. */
export type AnswerPart = "output" | "header" | "item" | "footer";

/** Which of a signature's schemas it is, or which of those that a binary call has instead. */
export type Part = "input" | AnswerPart | "binary-input" | "binary-output";

/** What reading one schema needs to know beside the schema itself. */
export interface Reading {
  readonly part: Part;
  readonly direction: Direction;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
  /** The tags of each definition, by its key. Empty for output, whose tags are always sent. */
  readonly tags: ReadonlyMap<string, Tags>;
}

/** Reads the type of a schema, as a member of a union with these tags. Handed on, so that no module needs another back. */
export type ReadType = (schema: JsonSchema, reading: Reading, tags: Tags) => TypeNode;

/** What reading one of a signature's schemas needs to know. */
export function readingOf(schema: JsonSchema, part: Part): Reading {
  const direction = directionOf(part);
  const definitions = definitionsOf(schema);
  return {
    part,
    direction,
    definitions,
    tags: direction === "input" ? tagsByDefinition(schema, definitions) : new Map(),
  };
}

/** Which way the values of a schema go. */
export function directionOf(part: Part): Direction {
  return part === "input" || part === "binary-input" ? "input" : "output";
}

/** The id of a definition: the schema that it is in, and its key in `$defs`. */
export function definitionId(part: Part, key: string): string {
  return `${part}:${key}`;
}
