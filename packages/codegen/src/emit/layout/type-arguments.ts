import { type Doc, group, indent, join, line, softline } from "./doc.js";

/** Names as arguments of a type, which may have none. */
export function namedArguments(names: readonly string[]): Doc {
  if (names.length === 0) return "";
  return names.length === 1 ? ["<", ...names, ">"] : brokenArguments(names);
}

/** Arguments that may be broken into lines: TypeScript takes no comma after the last of them. */
export function brokenArguments(docs: readonly Doc[]): Doc {
  return group(["<", indent([softline, join([",", line], [...docs])]), softline, ">"]);
}
