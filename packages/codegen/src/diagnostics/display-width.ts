const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Half-width forms of scripts that are wide otherwise. */
const halfWidth = /^[\uff61-\uffdc]/u;
const wide = new RegExp(
  "^(?:\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul}|\\p{Emoji_Presentation}|" +
    "\\p{Extended_Pictographic}\\ufe0f|[\\u3000-\\u303e\\uff01-\\uff60\\uffe0-\\uffe6])",
  "u",
);
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** How many columns of a terminal a text takes: two for a character of East Asia or an emoji, none for a loose accent. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += characterWidth(segment);
  return width;
}

function characterWidth(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) && !halfWidth.test(character) ? 2 : 1;
}
