import { type Answer, platformError } from "../http/answer.js";
import type { Fault } from "./fault.js";

/** What comes instead of an answer of the chain, which then has not run. */
export const platformFaults: Readonly<Record<"html-502" | "empty-500" | "redirect", Fault>> = {
  "html-502": instead({
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
  }),
  "empty-500": instead({ status: 500, headers: {}, body: "" }),
  redirect: instead({ status: 302, headers: { location: "/sign-in" }, body: "" }),
};

/** A status that the platform answers with, such as 429. */
export function statusFault(status: number): Fault {
  const answer = platformError(status, `the mock was told to answer with ${status}`);
  return instead(status === 429 ? { ...answer, headers: { ...answer.headers, "retry-after": "1" } } : answer);
}

function instead(answer: Answer): Fault {
  return { spoil: () => answer };
}
