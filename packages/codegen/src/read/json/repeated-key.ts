import { type Node, parseTree } from "jsonc-parser";
import type { Location } from "../../diagnostics/diagnostic.js";
import { type JsonPath, locationAt } from "./json-file.js";

/** A key that an object has twice. */
export interface RepeatedKey {
  readonly path: JsonPath;
  /** Where it stands the second time. */
  readonly location: Location;
}

/** The keys of a text of JSON that their objects have already. */
export function repeatedKeys(file: string, text: string): readonly RepeatedKey[] {
  const tree = parseTree(text);
  return tree === undefined ? [] : repeatedIn(tree, [], ({ offset, length }) => locationAt(file, text, offset, length));
}

function repeatedIn(node: Node, path: JsonPath, locate: (key: Node) => Location): readonly RepeatedKey[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, index): readonly RepeatedKey[] => {
    if (child.type !== "property") return repeatedIn(child, [...path, index], locate);
    const [key, value] = child.children ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const at = [...path, name];
    const own = seen.has(name) ? [{ path: at, location: locate(key) }] : [];
    seen.add(name);
    return [...own, ...repeatedIn(value, at, locate)];
  });
}
