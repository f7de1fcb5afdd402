/** What each combination of types is in TypeScript, by its key. */
export type Combinations = ReadonlyMap<string, string>;

/** The key of a combination: the texts of its members. */
export function combinationKey(members: readonly string[]): string {
  return JSON.stringify(members);
}
