/** What an editor would not show as it is: line ends, marks that turn the direction of text, and the like. */
const invisible = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const shortEscapes = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** A text without anything invisible in it but what joins the parts of an emoji: the rest is escaped. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => shortEscapes.get(character) ?? escapeOf(character));
}

function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
