/** Where an answer redirects to, if it is a URL of http or https. */
export function redirectOf({ status, headers }: Response, from: string): URL | undefined {
  const location = Math.trunc(status / 100) === 3 ? headers.get("location") : null;
  if (location === null || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return /^https?:$/.test(target.protocol) ? target : undefined;
}
