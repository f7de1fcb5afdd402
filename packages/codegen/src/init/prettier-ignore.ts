import { addLine, asPattern } from "./edit-text.js";

/** Takes a folder out of what Prettier formats. What the `.prettierignore` says of it already, one way or the other, stays. */
export function ignoreFolder(text: string, folder: string): string {
  const pattern = asPattern(folder);
  const isSaid = text.split(/\r?\n/).some((line) => folderOf(line) === pattern);
  return isSaid ? text : addLine(text, `/${pattern}/`);
}

function folderOf(line: string): string {
  return line
    .trim()
    .replace(/^!?\/?/, "")
    .replace(/\/(\*\*?)?$/, "");
}
