/** A fence of backticks has none behind it: that is code within a line. */
const opening = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
const indented = /^(?: {4}|\t)/;

/** Which lines of a text of Markdown are code: those between fences, with the fences, and indented paragraphs. */
export function codeLines(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  let mayBeIndented = true;
  return lines.map((line) => {
    if (fence !== undefined) {
      if (ends(line.trim(), fence)) fence = undefined;
      return true;
    }
    fence = opening.exec(line)?.[1];
    const isIndented = mayBeIndented && indented.test(line);
    mayBeIndented = isIndented || line === "";
    return fence !== undefined || isIndented;
  });
}

/** Whether a line ends what a fence began: as long a fence, and nothing else. */
function ends(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}
