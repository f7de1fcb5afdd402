import { plainValue } from "./compare.js";
import type { Constant } from "./constant.js";

/** The entries of a dictionary, in order. */
export type Entries = readonly (readonly [Constant, Constant])[];

/** Entries with further ones laid over them: a key that is there keeps its place and gets the later value. */
export function withEntries(entries: Entries, further: Entries): Entries {
  const merged = new Map<unknown, readonly [Constant, Constant]>();
  for (const [key, value] of [...entries, ...further]) {
    const identity = plainValue(key) ?? key;
    merged.set(identity, [merged.get(identity)?.[0] ?? key, value]);
  }
  return [...merged.values()];
}
