import { visible } from "../visible.js";

/** Without joiners, which are part of a name by newer versions of Unicode, and to newer versions of TypeScript only. */
const identifier = /^[\p{ID_Start}_$](?:(?![\u200c\u200d])[\p{ID_Continue}$])*$/u;

/**
 * A text as a string literal of TypeScript, without anything invisible in it but what joins the parts of an emoji. It
 * stands between the quotes of which it has fewer in it, double ones where there are as many of both.
 */
export function stringLiteral(text: string): string {
  const literal = visible(JSON.stringify(text));
  if (count(text, '"') <= count(text, "'")) return literal;
  return `'${literal.slice(1, -1).replace(/\\(.)|'/g, (found, escaped) => (found === "'" ? "\\'" : escaped === '"' ? '"' : found))}'`;
}

/** A number as it is written in a source. */
export function numberLiteral(value: number): string {
  return String(value).replace("e+", "e");
}

/** A key of an object or of its type: bare where it can be. */
export function propertyKey(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}

function count(text: string, quote: string): number {
  return text.split(quote).length - 1;
}
