import { findClockFault, readDigits, tooShort, trailing } from "./clock.js";

const inexact = "Datetimes provided to dates should have zero time - e.g. be exact dates";
const timestamp = /^-?[0-9]{1,13}(?:\.[0-9]*)?$/;

/** Finds what is wrong with the text of a `datetime`. A date alone is one, and so are seconds since 1970. */
export function findDateTimeFault(text: string): string | undefined {
  if (timestamp.test(text)) return undefined;
  const prefix = "Input should be a valid datetime or date, ";
  const date = findDateFaultAtStart(text);
  if (date !== undefined) return prefix + date;
  // pydantic reports what it found when it read the text as a date alone.
  if (text.length > 10 && findMomentFault(text) !== undefined) return prefix + trailing;
  return text.startsWith("0000") ? "Input should be a valid datetime, year 0 is out of range" : undefined;
}

/** Finds what is wrong with the text of a `date`. A `datetime` at midnight is one. */
export function findDateFault(text: string): string | undefined {
  const prefix = "Input should be a valid date or datetime, ";
  if (timestamp.test(text)) return Number(text) % 86_400 === 0 ? undefined : inexact;
  const date = findDateFaultAtStart(text);
  if (date !== undefined) return prefix + date;
  if (text.length === 10) return text.startsWith("0000") ? `${prefix}year 0 is out of range` : undefined;
  const moment = findMomentFault(text);
  if (moment !== undefined) return prefix + moment;
  return /^00:00(?:$|:00(?:[.,]0+)?(?:$|[^0-9])|[^:])/.test(text.slice(11)) ? undefined : inexact;
}

/** Finds what is wrong with the text of a `time`. */
export function findTimeFault(text: string): string | undefined {
  const fault = findClockFault(text, 0);
  return fault === undefined ? undefined : `Input should be in a valid time format, ${fault}`;
}

/** Looks only at the first ten characters. */
function findDateFaultAtStart(text: string): string | undefined {
  if (text.length < 10) return tooShort;
  const year = readDigits(text, 0, 4);
  if (year === undefined) return "invalid character in year";
  if (text[4] !== "-") return "invalid date separator, expected `-`";
  const month = readDigits(text, 5, 2);
  if (month === undefined) return "invalid character in month";
  if (text[7] !== "-") return "invalid date separator, expected `-`";
  const day = readDigits(text, 8, 2);
  if (day === undefined) return "invalid character in day";
  if (month < 1 || month > 12) return "month value is outside expected range of 1-12";
  return day < 1 || day > daysInMonth(year, month) ? "day value is outside expected range" : undefined;
}

function findMomentFault(text: string): string | undefined {
  if (!/[Tt _]/.test(text.charAt(10))) return "invalid datetime separator, expected `T`, `t`, `_` or space";
  return findClockFault(text, 11);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
