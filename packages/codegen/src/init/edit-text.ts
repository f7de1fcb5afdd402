const byteOrderMark = "\ufeff";

/** Edits a text behind its byte order mark, which stays where there is one. */
export function editText(text: string, edit: (text: string) => string): string {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  return mark + edit(text.slice(mark.length));
}

/** Adds a line at the end of a text, which then ends as it did before: with a line end or without. */
export function addLine(text: string, line: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  if (text === "") return line + end;
  return text.endsWith("\n") ? text + line + end : text + end + line;
}

/** A path as a pattern that matches it alone: what means something in patterns is escaped. */
export function asPattern(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, "\\$&");
}
