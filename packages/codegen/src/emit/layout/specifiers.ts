import { stringLiteral } from "../literal.js";
import { type Doc, group, line, list } from "./doc.js";

/** What is imported from a module or passed on from it, in braces, and the module's name. */
export function specifiers(values: readonly string[], types: readonly string[], from: string): Doc {
  const names = [...values, ...types.map((name) => `type ${name}`)];
  const braced = names.length === 1 ? ["{ ", ...names, " }"] : group(list("{", names, "}", line));
  return [braced, ` from ${stringLiteral(from)};`];
}
