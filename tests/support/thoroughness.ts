/**
 * Whether tests that try many cases try all of them. `npm test` is to stay short, and tries some; the same files run in
 * `npm run conformance` too, in full.
 */
const isThorough = process.env["THOROUGH"] === "1";

/** How many random cases are tried: `all`, or the fewer that find a mistake of most kinds. */
export function runs(few: number, all: number): number {
  return isThorough ? all : few;
}

/** All of some cases, or one in `share`: from all over the list, as neighbours are alike. */
export function someOf<T>(all: readonly T[], share: number): readonly T[] {
  return isThorough ? all : all.filter((_, index) => index % share === 0);
}
