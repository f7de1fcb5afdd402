import { cleanDocstring } from "../syntax/docstrings.js";

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

/** The description that a docstring makes, or `undefined` where there is none or it is empty. */
export function describe(docstring: string | undefined): string | undefined {
  const description = docstring === undefined ? "" : cleanDocstring(docstring);
  return description === "" ? undefined : description;
}
