/** How many items an array of this shape has; `NaN` where it is no shape, or one that no memory holds. */
export function itemCount(shape: readonly unknown[]): number {
  let count = 1;
  for (const length of shape) {
    if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) return Number.NaN;
    count *= length;
  }
  return Number.isSafeInteger(count) ? count : Number.NaN;
}
