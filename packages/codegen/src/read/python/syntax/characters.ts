/** The first character of an identifier, by Unicode's rules (`\p{XID_Start}`) and Python's `_`. */
export const identifierStart: RegExp = /[\p{XID_Start}_]/u;

/** Any later character of an identifier. */
export const identifierPart: RegExp = /\p{XID_Continue}/u;

const unprintable = /[\p{C}\p{Z}]/u;

/** The whole character at an offset: a pair of surrogates is one. */
export function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

/** The offset of the first match of a sticky pattern's end at `offset`, or `offset` itself where it does not match. */
export function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** CPython's message about a character that may stand nowhere outside a string or a comment. */
export function describeInvalidCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return unprintable.test(character)
    ? `invalid non-printable character U+${code}`
    : `invalid character '${character}' (U+${code})`;
}
