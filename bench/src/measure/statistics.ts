/** A number that was measured, and between which bounds another run would most likely find it. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often the rounds are drawn again to see how far the estimate moves. */
const draws = 400;

/**
 * The median of some times over the median of others, round by round of the same run, with its interval of 95 %: rounds
 * are drawn from those that were run, as often as there were rounds ("bootstrap").
 */
export function ratioOfMedians(times: readonly number[], others: readonly number[]): Estimate {
  const ratios: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const rounds = times.map(() => Math.floor(Math.random() * times.length));
    ratios.push(medianAt(times, rounds) / medianAt(others, rounds));
  }
  ratios.sort((a, b) => a - b);
  return {
    value: median(times) / median(others),
    low: ratios[Math.floor(draws * 0.025)] ?? Number.NaN,
    high: ratios[Math.floor(draws * 0.975)] ?? Number.NaN,
  };
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function medianAt(numbers: readonly number[], indexes: readonly number[]): number {
  return median(indexes.map((index) => numbers[index] ?? Number.NaN));
}
