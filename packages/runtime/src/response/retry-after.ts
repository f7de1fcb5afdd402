/** How long a server asks to wait, in milliseconds: `Retry-After` is a number of seconds, or a date. */
export function retryAfterMsOf(headers: Headers): number | undefined {
  const text = headers.get("retry-after") || "none";
  const seconds = Number(text);
  const delayMs = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return delayMs >= 0 ? delayMs : undefined;
}
