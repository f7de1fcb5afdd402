/** Python's `str.title()`: a letter after anything but a letter is upper case, any other lower case. */
export function titleCase(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const [first = "", ...rest] = word;
    return first.toUpperCase() + rest.join("").toLowerCase();
  });
}

/** The title that pydantic gives a field from its key. */
export function fieldTitle(key: string): string {
  return titleCase(key).replaceAll("_", " ").trim();
}

/** Python's `inspect.cleandoc`: the first line stripped, the others without what they are all indented by. */
function cleanDocstring(docstring: string): string {
  const [first = "", ...others] = expandTabs(docstring).split("\n");
  const filled = others.filter((line) => line.trim() !== "");
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  const lines = [first.trimStart(), ...others.map((line) => (filled.length > 0 ? line.slice(indent) : line))];
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}

/** Python's `str.expandtabs()`: to the next column that is a multiple of eight. */
function expandTabs(text: string): string {
  const expand = (before: string, part: string): string => before + " ".repeat(8 - (before.length % 8)) + part;
  return text.replace(/[^\n]*\t[^\n]*/g, (line) => {
    const [first = "", ...parts] = line.split("\t");
    return parts.reduce(expand, first);
  });
}

/** The description that a docstring makes, or `undefined` where there is none or it is empty. */
export function describe(docstring: string | undefined): string | undefined {
  const description = docstring === undefined ? "" : cleanDocstring(docstring);
  return description === "" ? undefined : description;
}
