/**
 * Takes out of a text the indentation that the code around it gave its lines, as Python does to a docstring: what all
 * lines but the first share. The description of a field comes as it stands in the source, and Markdown would take its
 * lines for code. Blank lines at both ends go too.
 */
export function cleanIndentation(text: string): string {
  const [first = "", ...others] = text.trim().split("\n");
  const margins = others.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((least, width) => Math.min(least, width), Number.POSITIVE_INFINITY);
  return [first, ...others.map((line) => line.slice(margin))].join("\n");
}
