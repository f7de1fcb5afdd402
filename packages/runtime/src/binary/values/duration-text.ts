const daysOfYear = 365;
const secondsOfDay = 86_400;

/**
 * A timedelta as pydantic writes it into JSON: `-P1Y2DT3H4M5.5S`, where a year has 365 days.
 *
 * @param data - Days, seconds and microseconds, of which only the days are negative.
 */
export function durationText(data: unknown): string | undefined {
  if (!Array.isArray(data) || data.length !== 3 || !data.every(Number.isSafeInteger)) return undefined;
  const [days = 0, seconds = 0, microseconds = 0] = data as number[];
  const isNegative = days < 0;
  // Turned round, the parts below the days count the other way.
  const micros = (seconds * 1_000_000 + microseconds) * (isNegative ? -1 : 1);
  const wholeDays = Math.abs(days) + Math.floor(micros / (secondsOfDay * 1_000_000));
  const rest = micros < 0 ? micros + secondsOfDay * 1_000_000 : micros;
  return `${isNegative ? "-" : ""}P${dayText(wholeDays)}${timeText(rest) || (wholeDays === 0 ? "T0S" : "")}`;
}

function dayText(days: number): string {
  return part(Math.floor(days / daysOfYear), "Y") + part(days % daysOfYear, "D");
}

function timeText(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = String(micros % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const second = fraction === "" ? part(seconds % 60, "S") : `${seconds % 60}.${fraction}S`;
  const text = part(Math.floor(seconds / 3600), "H") + part(Math.floor(seconds / 60) % 60, "M") + second;
  return text && `T${text}`;
}

function part(count: number, unit: string): string {
  return count === 0 ? "" : `${count}${unit}`;
}
