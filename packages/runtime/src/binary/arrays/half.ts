/** Reads numbers of 16 bits, as numpy's `float16` has them, into ones of 32 bits, which hold each of them exactly. */
export function fromHalves(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
  });
}

/** Writes numbers as halves: each is the nearest one, an even one where two are as near. */
export function toHalves(numbers: Float32Array): Uint16Array {
  return Uint16Array.from(numbers, (number) => {
    const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
    const size = Math.abs(number);
    if (Number.isNaN(number)) return 0x7e00;
    // The first number that is nearer to the next power of two than to the largest half.
    if (size >= 65_520) return sign | 0x7c00;
    const exponent = Math.max(Math.floor(Math.log2(size)), -14);
    const steps = roundHalfEven(size / 2 ** (exponent - 10));
    // A carry out of the fraction lands in the exponent, where it belongs.
    return sign | (steps < 1024 ? steps : ((exponent + 14) << 10) + steps);
  });
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
