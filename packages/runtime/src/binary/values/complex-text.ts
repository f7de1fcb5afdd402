// No float has an exponent of more digits: a longer one would only make an endless text.
const number = String.raw`[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|Infinity|inf|NaN|nan)`;
const complex = new RegExp(`^\\(?(${number}(?!\\d|\\.|e|j))?(${number})j\\)?$`);

/** A complex number as pydantic writes it into JSON: `1+2j`, without parentheses, exponents and a real part of 0. */
export function complexText(data: unknown): string | undefined {
  const [, real = "0", imaginary] = (typeof data === "string" && complex.exec(data)) || [];
  if (imaginary === undefined) return undefined;
  const text = plainDigits(imaginary);
  if (Number(real) === 0) return `${text.replace("+", "")}j`;
  return `${plainDigits(real)}${/^[+-]/.test(text) ? "" : "+"}${text}j`;
}

/** `1.5e-07` is `0.00000015`. */
function plainDigits(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === "") return text.replace("nan", "NaN").replace("Infinity", "inf");
  if (exponent === undefined) return text;
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padEnd(point, "0");
  return point > 0
    ? `${sign}${digits.slice(0, point)}${digits.slice(point) && `.${digits.slice(point)}`}`
    : `${sign}0.${"0".repeat(-point)}${digits}`;
}
