const duration =
  /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,6})\d*)?S)?)?$/;
const secondsOfDay = 86_400;

/** The days, seconds and microseconds of a duration, as Python's timedelta has them: only the days are negative. */
export function timedeltaOf(text: string): readonly [days: number, seconds: number, microseconds: number] {
  const [, sign, years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0, fraction = ""] =
    duration.exec(text) ?? [];
  const allDays = Number(years) * 365 + Number(months) * 30 + Number(weeks) * 7 + Number(days);
  const size = allDays * secondsOfDay + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const micros = Number(fraction.padEnd(6, "0"));
  if (sign !== "-") return divided(size, micros);
  return micros === 0 ? divided(-size, 0) : divided(-size - 1, 1_000_000 - micros);
}

function divided(seconds: number, microseconds: number): readonly [number, number, number] {
  const days = Math.floor(seconds / secondsOfDay);
  return [days, seconds - days * secondsOfDay, microseconds];
}
