import type { Call } from "../syntax/nodes.js";

/** Keywords of pydantic 1 that `Field` still takes, with the names that they have now. */
const newNames: ReadonlyMap<string, string> = new Map([
  ["min_items", "min_length"],
  ["max_items", "max_length"],
]);

/** Keywords of pydantic 1 that `Field` takes or stops at, and never adds to the schema. */
export const keywordsOutsideSchema: readonly string[] = ["allow_mutation", "include", "const", "regex", "unique_items"];

/** A call of `Field` with the names of pydantic 2. Where a keyword is given under both, the new one counts. */
export function withNewNames(call: Call): Call {
  const given = call.keywords.map(({ name }) => name);
  const keywords = call.keywords.flatMap((keyword) => {
    const name = newNames.get(keyword.name ?? "");
    if (name === undefined) return [keyword];
    return given.includes(name) ? [] : [{ ...keyword, name }];
  });
  return { ...call, keywords };
}
