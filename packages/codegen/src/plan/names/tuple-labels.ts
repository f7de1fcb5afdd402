import type { JsonSchema } from "../../signature.js";

/** Words that each begin with a capital letter or a digit: what pydantic makes of the name of a field. */
const titleOfName = /^\p{Lu}[\p{L}\p{N}]*(?: [\p{Lu}\p{N}][\p{L}\p{N}]*)*$/u;

/** The names of the positions of a tuple, where all have one: the fields of a named tuple do. */
export function tupleLabels(items: readonly JsonSchema[]): readonly string[] | undefined {
  const labels = items.map(labelOf);
  const found = labels.filter((label) => label !== undefined);
  return new Set(found).size === items.length ? found : undefined;
}

function labelOf(item: JsonSchema): string | undefined {
  const title = typeof item === "boolean" ? undefined : item.title;
  return title !== undefined && titleOfName.test(title) ? title.toLowerCase().replaceAll(" ", "_") : undefined;
}
