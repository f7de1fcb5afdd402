import { asNumber } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";

/** How the texts of dates, times and durations are made from the arguments of their constructors. */
export const dateTexts: ReadonlyMap<string, (given: ConstantArguments) => string | undefined> = new Map([
  ["datetime.datetime", dateTimeText],
  ["datetime.date", dateText],
  ["datetime.time", timeText],
  ["datetime.timedelta", durationText],
]);

const dateParts = ["year", "month", "day"];
const timeParts = ["hour", "minute", "second", "microsecond"];

/** The numbers given for parameters, 0 where left out; `undefined` where anything else is given (a time zone, say). */
function numbers(given: ConstantArguments, names: readonly string[]): readonly number[] | undefined {
  const unknown = [...given.keywords.keys()].some((name) => !names.includes(name));
  if (unknown || given.positional.length > names.length) return undefined;
  const values = names.map((name, index) => {
    const constant = given.keywords.get(name) ?? given.positional[index];
    return constant === undefined ? 0 : (asNumber(constant) ?? Number.NaN);
  });
  return values.every(Number.isFinite) ? values : undefined;
}

function pad(value: number | undefined, length: number): string {
  return String(value ?? 0).padStart(length, "0");
}

function writeDate([year, month, day]: readonly number[]): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function writeTime([hour, minute, second, microsecond = 0]: readonly number[]): string {
  const fraction = microsecond === 0 ? "" : `.${pad(microsecond, 6)}`;
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fraction}`;
}

function dateText(given: ConstantArguments): string | undefined {
  const values = numbers(given, dateParts);
  return values === undefined ? undefined : writeDate(values);
}

function timeText(given: ConstantArguments): string | undefined {
  const values = numbers(given, timeParts);
  return values === undefined ? undefined : writeTime(values);
}

function dateTimeText({ positional, keywords }: ConstantArguments): string | undefined {
  const { tzinfo, ...others } = Object.fromEntries(keywords);
  const isUtc = tzinfo?.kind === "opaque" && tzinfo.name === "datetime.timezone.utc";
  if (tzinfo !== undefined && !isUtc) return undefined;
  const given = { positional, keywords: new Map(Object.entries(others)) };
  const values = numbers(given, [...dateParts, ...timeParts]);
  return values === undefined ? undefined : `${writeDate(values)}T${writeTime(values.slice(3))}${isUtc ? "Z" : ""}`;
}

/** Seconds of each parameter of `timedelta`, in order. */
const durationUnits: readonly (readonly [string, number])[] = [
  ["days", 86_400],
  ["seconds", 1],
  ["microseconds", 1e-6],
  ["milliseconds", 1e-3],
  ["minutes", 60],
  ["hours", 3600],
  ["weeks", 604_800],
];

/** A duration as pydantic writes it: `P1DT2H3M4.5S`, with a sign before the whole. */
function durationText(given: ConstantArguments): string | undefined {
  const values = numbers(
    given,
    durationUnits.map(([name]) => name),
  );
  if (values === undefined) return undefined;
  const total = durationUnits.reduce((sum, [, seconds], index) => sum + seconds * (values[index] ?? 0), 0);
  const sign = total < 0 ? "-" : "";
  return `${sign}P${writeDuration(Math.abs(total))}`;
}

function writeDuration(total: number): string {
  const days = Math.floor(total / 86_400);
  const rest = Math.round((total - days * 86_400) * 1e6) / 1e6;
  const seconds = Math.round((rest % 60) * 1e6) / 1e6;
  const parts = [
    [Math.floor(rest / 3600), "H"],
    [Math.floor((rest % 3600) / 60), "M"],
    [seconds, "S"],
  ] as const;
  const time = parts.map(([value, unit]) => (value === 0 ? "" : `${value}${unit}`)).join("");
  const date = days === 0 ? "" : `${days}D`;
  return date === "" && time === "" ? "T0S" : `${date}${time === "" ? "" : `T${time}`}`;
}
