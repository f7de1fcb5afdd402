import { findClockFault, tooShort } from "./clock.js";

const badDigit = "invalid digit in duration";

/** Finds what is wrong with the text of a `timedelta`: ISO 8601, or Python's `1 day, 02:03:04`. */
export function findDurationFault(text: string): string | undefined {
  const fault = findFault(text.replace(/^[+-]/, ""));
  return fault === undefined ? undefined : `Input should be a valid timedelta, ${fault}`;
}

function findFault(text: string): string | undefined {
  if (text === "") return tooShort;
  if (text.startsWith("P")) return findIsoFault(text);
  if (/^[0-9]+:/.test(text)) return findSpanFault(text);
  if (!/^[0-9]/.test(text)) return badDigit;
  const days = /^[0-9]+ ?d(?:ays?)?,? ?(.*)$/i.exec(text);
  if (days === null) return '"day" identifier in duration not correctly formatted';
  const clock = days[1] ?? "";
  return clock === "" ? undefined : findSpanFault(clock);
}

/** A span of time reads like a time of day, but for its hours: they may be any number. */
function findSpanFault(text: string): string | undefined {
  return findClockFault(text.replace(/^[0-9]+:/, "00:"), 0);
}

function findIsoFault(text: string): string | undefined {
  if (text === "P" || text === "PT") return tooShort;
  const [date = "", time = ""] = text.slice(1).split("T", 2);
  return findPartFault(date, "YMWD", "date") ?? findPartFault(time, "HMS", "time");
}

/** A part is numbers with a unit each. Years and months count 365 and 30 days. */
function findPartFault(part: string, units: string, name: string): string | undefined {
  let rest = part;
  while (rest !== "") {
    const quantity = /^[0-9]+(?:[.,][0-9]+)?/.exec(rest)?.[0];
    if (quantity === undefined) return badDigit;
    if (Number.parseInt(quantity, 10) > 999_999_999) return "a numeric value in the duration is too large";
    const unit = rest.charAt(quantity.length);
    if (unit === "" || !units.includes(unit)) return `quantity invalid in ${name} part of duration`;
    rest = rest.slice(quantity.length + 1);
  }
  return undefined;
}
