import { UsageError } from "../usage-error.js";

/** Where a chain's container serves its schema document. */
const schemaPath = "/v1/models/model/schema";

/** How the addresses end where the platform takes calls. */
const callPath = /\/(?:async_)?(?:run_remote|predict)\/*$|\/websocket\/*$/;

/**
 * The address of a schema document: that of the container with the path of the document appended, or the whole one, whose
 * path ends in `/schema` or `.json`.
 *
 * @throws UsageError where the text is no such address. The message does not show it: it may hold a secret.
 */
export function schemaUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new UsageError("--url is the http(s) address of the chain's container, such as http://localhost:8080.");
  }
  url.hash = "";
  if (/(\/schema|\.json)$/.test(url.pathname)) return url;
  if (takesCalls(url)) {
    throw new UsageError(
      "--url is the address where the chain is called, which does not tell its types. Give that of its container, such as http://localhost:8080.",
    );
  }
  url.pathname = url.pathname.replace(/\/*$/, schemaPath);
  return url;
}

/** Whether it is where the platform takes the calls of a chain, whatever of the path was copied. */
function takesCalls({ hostname, pathname }: URL): boolean {
  return /^(?:chain|model)-[^.]+\.api\.baseten\.co$/.test(hostname) || callPath.test(pathname);
}

/** A URL without what may be secret in it. */
export function shownUrl({ origin, pathname }: URL): string {
  return origin + pathname;
}
