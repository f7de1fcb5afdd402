import { structureOf } from "../structure.js";
import type { TypeNode } from "../type-node.js";

/** What equality of definitions looks at. */
export interface Comparable {
  /** Definitions of different names are never the same one. */
  readonly name: string;
  readonly type: TypeNode;
}

/**
 * The class of each definition: those of one class have one name and one structure, all the way down.
 *
 * Definitions refer to each other in circles, so that the classes are refined, from those that share a name, until
 * nothing tells their members apart.
 */
export function classesOf(definitions: ReadonlyMap<string, Comparable>): ReadonlyMap<string, number> {
  let classes = numbered([...definitions].map(([id, definition]) => [id, definition.name]));
  let count = 0;
  while (sizeOf(classes) > count) {
    count = sizeOf(classes);
    const current = classes;
    const classOf = (id: string): string => String(current.get(id));
    classes = numbered([...definitions].map(([id, { type }]) => [id, `${classOf(id)} ${structureOf(type, classOf)}`]));
  }
  return classes;
}

/** A number for each text, in order of first use. */
function numbered(texts: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [, text] of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return new Map(texts.map(([id, text]) => [id, numbers.get(text) ?? 0]));
}

function sizeOf(classes: ReadonlyMap<string, number>): number {
  return new Set(classes.values()).size;
}
