/** Maps values by an asynchronous function, of which no more than `limit` run at a time. The order is kept. */
export async function mapConcurrently<Value, Result>(
  values: readonly Value[],
  limit: number,
  map: (value: Value) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = values.entries();
  const work = async (): Promise<void> => {
    // The iterator is shared: whoever is free takes the next value.
    for (const [index, value] of waiting) results[index] = await map(value);
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, work));
  return results;
}
