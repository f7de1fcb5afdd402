/** How many digits a Decimal may have, in total and after its point. What is left out is not limited. */
export interface DigitLimits {
  readonly digits?: number;
  readonly places?: number;
}

/** Reads the limits that pydantic writes into the pattern of a Decimal's text. */
export function readDigitLimits(pattern: string): DigitLimits {
  const characters = /\(\?=\[\\d\.\]\{1,(\d+)\}/.exec(pattern)?.[1];
  const places = /\\d\{0,(\d+)\}0\*\$\)?$/.exec(pattern)?.[1];
  return {
    // The point is one of the characters.
    ...(characters === undefined ? {} : { digits: Number(characters) - 1 }),
    ...(places === undefined ? {} : { places: Number(places) }),
  };
}

/** Finds what is wrong with the number of digits of a Decimal. Zeros at its end may be more than the limits admit. */
export function findDigitsFault(text: string, { digits, places }: DigitLimits): string | undefined {
  const { least, written } = countDigits(text);
  const exceeds = (count: (counts: Counts) => number, limit: number | undefined): limit is number =>
    limit !== undefined && count(least) > limit && count(written) > limit;
  if (exceeds((counts) => counts.digits, digits)) return tooMany(digits, "digit", " in total");
  if (exceeds((counts) => counts.places, places)) return tooMany(places, "decimal place", "");
  const whole = digits === undefined || places === undefined ? undefined : Math.max(0, digits - places);
  const isTooLarge = exceeds((counts) => counts.digits - counts.places, whole);
  return isTooLarge ? tooMany(whole, "digit", " before the decimal point") : undefined;
}

interface Counts {
  readonly digits: number;
  readonly places: number;
}

/** Counts as Python's Decimal does: as the number is written, and without the zeros at its end. */
function countDigits(text: string): { readonly least: Counts; readonly written: Counts } {
  const [, whole = "", fraction = "", power = "0"] = /^[+-]?(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const exponent = Number(power) - fraction.length;
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  const isZero = significant === "";
  return {
    least: isZero
      ? { digits: 1, places: 0 }
      : countsOf(significant.length, exponent + digits.length - significant.length),
    written: countsOf(Math.max(digits.length, 1), exponent),
  };
}

function countsOf(length: number, exponent: number): Counts {
  const places = Math.max(0, -exponent);
  return { digits: Math.max(length + Math.max(0, exponent), places), places };
}

function tooMany(limit: number, unit: string, where: string): string {
  return `Decimal input should have no more than ${limit} ${unit}${limit === 1 ? "" : "s"}${where}`;
}
