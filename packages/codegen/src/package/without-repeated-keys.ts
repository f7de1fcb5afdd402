import { type Node, parseTree } from "jsonc-parser";
import { countingNode, propertiesOf } from "../read/json/counting-node.js";

/** What takes the place of a name: valid JSON has no such character. */
const blank = "\u0001";

/** Edits a text in which, of keys of one name on a path, the last is the only one, for it alone counts. */
export function withoutRepeatedKeys(text: string, path: readonly string[], edit: (text: string) => string): string {
  const keys = path.flatMap((name, depth) => repeatedKeys(text, path.slice(0, depth), name));
  const names = keys.map(({ offset, length }) => text.slice(offset + 1, offset + length - 1));
  const once = keys.reduce((before, { offset, length }) => {
    return before.slice(0, offset + 1) + blank.repeat(length - 2) + before.slice(offset + length - 1);
  }, text);
  return edit(once).replaceAll(new RegExp(`${blank}+`, "g"), () => names.shift() ?? "");
}

/** The keys of one name in the object at a path, but for the last. */
function repeatedKeys(text: string, path: readonly string[], name: string): readonly Node[] {
  const root = parseTree(text);
  const around = root && countingNode(root, path);
  return propertiesOf(around, name)
    .slice(0, -1)
    .flatMap(({ children: [key] = [] }) => key ?? []);
}
