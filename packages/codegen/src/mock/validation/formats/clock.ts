/** What is left to read of a text: the place, and what is wrong there. */
type Reading = { readonly end: number } | { readonly fault: string };

export const tooShort = "input is too short";
export const trailing = "unexpected extra characters at the end of the input";

/** Reads two or more digits at a place; nothing where they are not all digits. */
export function readDigits(text: string, from: number, count: number): number | undefined {
  const digits = text.slice(from, from + count);
  return digits.length === count && /^[0-9]+$/.test(digits) ? Number(digits) : undefined;
}

/** Finds what is wrong with a time of day, with or without an offset, that begins at a place and ends the text. */
export function findClockFault(text: string, from: number): string | undefined {
  const minute = readHourAndMinute(text, from);
  if ("fault" in minute) return minute.fault;
  const second = readSecond(text, minute.end);
  if ("fault" in second) return second.fault;
  return findOffsetFault(text, second.end);
}

function readHourAndMinute(text: string, from: number): Reading {
  if (text.length - from < 5) return { fault: tooShort };
  const hour = readDigits(text, from, 2);
  if (hour === undefined) return { fault: "invalid character in hour" };
  if (hour > 23) return { fault: "hour value is outside expected range of 0-23" };
  if (text[from + 2] !== ":") return { fault: "invalid time separator, expected `:`" };
  return readSixtieth(text, from + 3, "minute");
}

function readSixtieth(text: string, from: number, unit: "minute" | "second"): Reading {
  if (text.length - from < 2) return { fault: tooShort };
  const value = readDigits(text, from, 2);
  if (value === undefined) return { fault: `invalid character in ${unit}` };
  if (value > 59) return { fault: `${unit} value is outside expected range of 0-59` };
  return { end: from + 2 };
}

function readSecond(text: string, from: number): Reading {
  if (text[from] !== ":") return { end: from };
  const second = readSixtieth(text, from + 1, "second");
  if ("fault" in second || !/[.,]/.test(text.charAt(second.end))) return second;
  const fraction = /^[0-9]*/.exec(text.slice(second.end + 1))?.[0] ?? "";
  if (fraction === "") return { fault: "second fraction digits missing after `.`" };
  return { end: second.end + 1 + fraction.length };
}

function findOffsetFault(text: string, from: number): string | undefined {
  const rest = text.slice(from);
  if (rest === "") return undefined;
  if (/^[Zz]/.test(rest)) return rest.length === 1 ? undefined : trailing;
  if (!/^[+\-\u2212]/.test(rest)) return "invalid timezone sign";
  const hour = readDigits(rest, 1, 2);
  if (hour === undefined) return rest.length < 3 ? tooShort : "invalid timezone hour";
  const minuteStart = rest[3] === ":" ? 4 : 3;
  const minute = readDigits(rest, minuteStart, 2);
  if (minute === undefined) return rest.length < minuteStart + 2 ? tooShort : "invalid timezone minute";
  if (minute > 59) return "timezone minute value is outside expected range of 0-59";
  if (hour > 23) return "timezone offset must be less than 24 hours";
  return rest.length > minuteStart + 2 ? trailing : undefined;
}
