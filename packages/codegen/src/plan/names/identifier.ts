import { capitalize, pascalCase } from "./words.js";

/** Without joiners, which are part of a name by newer versions of Unicode, and to newer versions of TypeScript only. */
const identifier = /^[\p{ID_Start}_](?:(?![\u200c\u200d])\p{ID_Continue})*$/u;
const longestIdentifier = 80;

/** Whether TypeScript takes the text for a name. Names of ours have no `$`. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text) && text.length <= longestIdentifier;
}

/**
 * A name for a type from any text: an identifier stays what it is, `Box[int]` is `BoxInt`. Where nothing of the text can
 * be kept, it is the fallback.
 */
export function typeName(text: string, fallback: string): string {
  const name = isIdentifier(text) ? text : pascalCase(text);
  if (name === "") return fallback;
  return isIdentifier(name) ? name : fallback + capitalize(name);
}
