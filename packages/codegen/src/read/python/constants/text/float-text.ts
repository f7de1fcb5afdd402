/** No text of a number is asked for with more digits after the point. */
const mostPlaces = 100;

/** A number as Python prints it: `1.0`, `1e-05`, `inf`. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  const sign = Object.is(value, -0) || value < 0 ? "-" : "";
  const [coefficient = "0", exponentText = "0"] = Math.abs(value).toExponential().split("e");
  const digits = coefficient.replace(".", "");
  const exponent = Number(exponentText);
  return sign + (exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : positional(digits, exponent));
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits.slice(0, 1)}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/**
 * The absolute value of a finite number with so many digits after the point, rounded as Python rounds: by the exact
 * value of the number, halves to the even digit. `undefined` where that is unreasonably long.
 */
export function fixedText(value: number, places: number): string | undefined {
  if (places > mostPlaces || !Number.isFinite(value)) return undefined;
  const digits = scaled(Math.abs(value), places)
    .toString()
    .padStart(places + 1, "0");
  const split = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
}

/** A number times a power of ten, rounded to the nearest whole number, halves to the even one. */
function scaled(value: number, places: number): bigint {
  const { mantissa, exponent } = partsOf(value);
  const numerator = mantissa * 10n ** BigInt(places);
  if (exponent >= 0n) return numerator << exponent;
  const divisor = 1n << -exponent;
  const quotient = numerator / divisor;
  const twice = (numerator % divisor) * 2n;
  const roundsUp = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return roundsUp ? quotient + 1n : quotient;
}

/** The whole number and the power of two that a number is the product of. */
function partsOf(value: number): { readonly mantissa: bigint; readonly exponent: bigint } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const stored = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xf_ffff_ffff_ffffn;
  return stored === 0n
    ? { mantissa: fraction, exponent: -1074n }
    : { mantissa: fraction | (1n << 52n), exponent: stored - 1075n };
}
