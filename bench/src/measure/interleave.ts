/** What is timed: it does the same work each time. */
export type Way = () => unknown;

/**
 * Times several ways to do the same, and gives the milliseconds of each round, by the name of the way. In each round each
 * runs once, in an order drawn anew: whatever else the machine does meanwhile falls on all of them alike.
 */
export async function interleave(
  ways: ReadonlyMap<string, Way>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map([...ways.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, way] of shuffled([...ways])) {
      const startedAt = performance.now();
      await way();
      times.get(name)?.push(performance.now() - startedAt);
    }
  }
  return times;
}

function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
