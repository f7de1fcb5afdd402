import { codeLines } from "../../code-lines.js";

/** Lines that mean something by where they begin: lists, headings, quotes, tables, fields, indented code, underlines. */
const markup = /^(\s|[-+*>#|:=]|\d+[.)]\s|>>>)/;
/** Words that would mean something at the start of a line. */
const startsMarkup = /^([-+*>#|:=]|\d+[.)]$|```|~~~)/;

/**
 * Markdown with its long paragraphs wrapped. Whoever wrote shorter lines keeps them, and so does everything that is no
 * paragraph: code, lists, tables.
 */
export function wrapMarkdown(lines: readonly string[], width: number): readonly string[] {
  const wrapped: string[] = [];
  let paragraph: string[] = [];
  const isCode = codeLines(lines);
  const flush = (): void => {
    wrapped.push(...wrapParagraph(paragraph, width));
    paragraph = [];
  };
  for (const [index, line] of lines.entries()) {
    if (isCode[index] !== true && line !== "" && !markup.test(line)) {
      paragraph.push(line);
      continue;
    }
    flush();
    if (line !== "" || isCode[index] === true || wrapped.at(-1) !== "") wrapped.push(line);
  }
  flush();
  return wrapped;
}

function wrapParagraph(lines: readonly string[], width: number): readonly string[] {
  if (lines.every((line) => line.length <= width)) return lines;
  const wrapped: string[] = [];
  let line = "";
  for (const word of wordsOf(lines.join(" "), width)) {
    const fits = line.length + 1 + word.length <= width || startsMarkup.test(word);
    if (line !== "" && !fits) wrapped.push(line);
    line = line !== "" && fits ? `${line} ${word}` : word;
  }
  return [...wrapped, line];
}

/** The words of a text. Code in backticks stays in one line where it fits into one. */
function wordsOf(text: string, width: number): readonly string[] {
  const words = text.match(/(?:`[^`]*`|\S)+/g) ?? [];
  return words.flatMap((word) => (word.length <= width ? [word] : word.split(/ +/)));
}
