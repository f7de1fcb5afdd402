import { decimalPatternStart as start } from "../../../decimal-pattern-start.js";
import type { DecimalType } from "../types/python-type.js";

/** The pattern that pydantic gives the text of a decimal, by the digits that it may have. */
export function decimalPattern({ maxDigits, decimalPlaces }: DecimalType): string {
  if (maxDigits !== undefined && decimalPlaces !== undefined) {
    const whole = Math.max(0, maxDigits - decimalPlaces);
    const parts = `(?=[\\d.]{1,${maxDigits + 1}}0*$)\\d{0,${whole}}\\.\\d{0,${decimalPlaces}}0*$`;
    return `${start}(?:\\d{0,${whole}}|${parts})`;
  }
  if (maxDigits !== undefined) return `${start}(?:\\d{0,${maxDigits}}|(?=[\\d.]{1,${maxDigits + 1}}0*$)\\d*\\.\\d*0*$)`;
  return decimalPlaces === undefined ? `${start}\\d*\\.?\\d*$` : `${start}\\d*\\.?\\d{0,${decimalPlaces}}0*$`;
}
