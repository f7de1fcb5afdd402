/** A source of numbers that look random and follow from a seed. */
export interface Random {
  /** A whole number of 32 bits, such as seeds are. */
  seed(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of some values; nothing where there are none. */
  pick<Value>(values: readonly Value[]): Value | undefined;
}

/** Makes a source by the generator known as mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (least: number, most: number): number => least + (next() % (most - least + 1));
  return { seed: next, between, pick: (values) => values[between(0, Math.max(values.length - 1, 0))] };
}
