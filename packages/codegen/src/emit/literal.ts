import type { JsonValue } from "../signature.js";

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
/** What an editor would not show as it is: line ends that JSON allows, marks that turn the direction of text, and the like. */
const invisible = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text as a string literal of TypeScript, without anything invisible in it but what joins the parts of an emoji. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(invisible, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** A key of an object type: bare where it can be. */
export function propertyKey(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}

/** A JSON value as an expression. `__proto__` is written so that it makes a property. */
export function valueLiteral(value: JsonValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(valueLiteral).join(", ")}]`;
  const entries = Object.entries(value).map(([name, content]) => {
    const key = name === "__proto__" ? `["__proto__"]` : propertyKey(name);
    return `${key}: ${valueLiteral(content)}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
