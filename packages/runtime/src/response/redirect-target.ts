import { type Reply, shownText } from "./reply.js";

/**
 * Where an answer redirects to, for a message: scheme, host and path. What else stands in such a URL (a query, a name and a
 * password) may be secret, and other schemes than those of HTTP may hold anything.
 */
export function redirectTarget({ origin, response, secret }: Reply): string | undefined {
  const location = response.headers.get("location");
  const base = response.url === "" ? origin : response.url;
  if (Math.trunc(response.status / 100) !== 3 || location === null || !URL.canParse(location, base)) return undefined;
  const { protocol, origin: target, pathname } = new URL(location, base);
  return /^https?:$/.test(protocol) ? shownText({ secret, text: target + pathname }) : undefined;
}
