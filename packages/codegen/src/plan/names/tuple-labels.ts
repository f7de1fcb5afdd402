import type { JsonSchema } from "../../signature.js";
import { isIdentifier } from "./identifier.js";

/** Words that each begin with a capital letter or a digit: what pydantic makes of the name of a field. */
const titleOfName = /^\p{Lu}[\p{L}\p{N}]*(?: [\p{Lu}\p{N}][\p{L}\p{N}]*)*$/u;

/** Words that TypeScript may take for something else at the start of a position: pydantic's fields may be called so. */
const reserved: ReadonlySet<string> = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with"
  ).split(" "),
);

/** The names of the positions of a tuple, where all have one: the fields of a named tuple do. */
export function tupleLabels(items: readonly JsonSchema[]): readonly string[] | undefined {
  const labels = items.map(labelOf);
  const found = labels.filter((label) => label !== undefined);
  return new Set(found).size === items.length ? found : undefined;
}

function labelOf(item: JsonSchema): string | undefined {
  const title = typeof item === "boolean" ? undefined : item.title;
  if (title === undefined || !titleOfName.test(title)) return undefined;
  const label = title.toLowerCase().replaceAll(" ", "_");
  return isIdentifier(label) && !reserved.has(label) ? label : undefined;
}
