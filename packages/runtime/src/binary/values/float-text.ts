/** A float as Python writes it: `1.0`, `1e-07`, `inf`. It has at most 24 characters. */
export function floatText(value: number): string {
  const size = Math.abs(value);
  const isLong = size >= 1e16 || (size > 0 && size < 1e-4);
  const text = isLong
    ? value.toExponential().replace(/[+-](?=\d$)/, "$&0")
    : `${Object.is(value, -0) ? "-" : ""}${value}`;
  return text
    .replace("Infinity", "inf")
    .replace("NaN", "nan")
    .replace(/^-?\d+$/, "$&.0");
}
