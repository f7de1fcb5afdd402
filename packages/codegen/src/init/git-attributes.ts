import { addLine, asPattern } from "./edit-text.js";

const attribute = "linguist-generated";

/**
 * Marks a folder as generated in a `.gitattributes`: GitHub then folds its files in a pull request. What the file says of
 * the folder already, one way or the other, stays.
 *
 * @see https://docs.github.com/en/repositories/working-with-files/managing-files/customizing-how-changed-files-appear-on-github
 */
export function markGenerated(text: string, folder: string): string {
  const pattern = quoted(`${asPattern(folder)}/**`);
  const isSaid = text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^("?)\//, "$1"))
    .some((line) => line.startsWith(`${pattern} `) && line.includes(attribute));
  return isSaid ? text : addLine(text, `${pattern} ${attribute}=true`);
}

/** A pattern ends at the first space, unless it stands in quotes, where a backslash is written twice. */
function quoted(pattern: string): string {
  return /[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern;
}
