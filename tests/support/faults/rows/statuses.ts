import { answer, inTurn, pours, redirects, type Serve, sends } from "../answers.js";
import type { Fault, Outcome } from "../fault.js";

const page = "<html><h1>Bad Gateway</h1></html>";
const exception = '{"error":{"exception_cls_name":"ValueError","exception_message":"no"}}';
const problem = '{"error":"Input Parsing Error:\\n  `names[0]`: Input should be a valid string."}';
const container = { "x-baseten-error-source": "04", "x-baseten-error-code": "600" };
const well = sends(answer(200, '"fine"'));

const http = (status: number, retryable: boolean, message = /./): Outcome => {
  return { error: "ChainHttpError", status, retryable, message };
};
const busy = (headers: Record<string, string> = {}): Serve => sends(answer(429, '{"error":"busy"}', headers));
const soon = new Date(Date.now() - 60_000).toUTCString();
const late = new Date(Date.now() + 3_600_000).toUTCString();

/** Answers that are errors. */
const errors: readonly Fault[] = [
  {
    name: "a page with status 502",
    call: "json",
    serve: sends(answer(502, page, { "content-type": "text/html" })),
    expected: http(502, true, /Bad Gateway/),
    requests: 3,
    retries: 2,
  },
  { name: "an empty 500", call: "json", serve: sends(answer(500, "")), expected: http(500, true), requests: 1 },
  {
    name: "an empty 500, for a stream",
    call: "text",
    serve: sends(answer(500, "")),
    expected: http(500, true),
    requests: 1,
  },
  {
    name: "an empty 500, for a message",
    call: "binary",
    serve: sends(answer(500, "")),
    expected: http(500, true),
    requests: 1,
  },
  {
    name: "an exception of the chain",
    call: "json",
    serve: sends(answer(500, exception, container)),
    expected: { error: "ChainRemoteError", status: 500, retryable: false },
    requests: 1,
  },
  {
    name: "an exception of the chain, with status 503",
    call: "frames",
    serve: sends(answer(503, exception, container)),
    expected: { error: "ChainRemoteError", status: 503, retryable: false },
    requests: 1,
  },
  {
    name: "an exception of the chain, with status 200",
    call: "json",
    serve: sends(answer(200, exception, container)),
    expected: { error: "ChainRemoteError", status: 200, retryable: false },
    requests: 1,
  },
  {
    name: "input that does not fit",
    call: "binary",
    serve: sends(answer(400, problem, container)),
    expected: { error: "ChainInputError", status: 400, retryable: false },
    requests: 1,
  },
  { name: "a 401", call: "json", serve: sends(answer(401, '{"error":"no"}')), expected: http(401, false), requests: 1 },
  {
    name: "a 401 of a question",
    call: "cancel",
    serve: sends(answer(401, '{"error":"no"}')),
    expected: http(401, false),
    requests: 1,
  },
  { name: "a 504", call: "json", serve: sends(answer(504, page)), expected: http(504, true), requests: 1 },
  {
    name: "an error without an end",
    call: "json",
    serve: pours(head500(), "x".repeat(65_536)),
    expected: http(500, true),
    requests: 1,
  },
];

/** Calls that were shed, and what `Retry-After` asks for. */
const storms: readonly Fault[] = [
  { name: "a storm of 429", call: "json", serve: busy(), expected: http(429, true), requests: 3, retries: 2 },
  {
    name: "a storm of 429, for a stream",
    call: "bytes",
    serve: busy(),
    expected: http(429, true),
    requests: 3,
    retries: 2,
  },
  {
    name: "a storm of 429 that ends",
    call: "json",
    serve: inTurn(busy(), busy(), well),
    expected: { result: "fine" },
    requests: 3,
    retries: 2,
  },
  {
    name: "a 429 for a queued call",
    call: "queue",
    serve: inTurn(busy(), sends(answer(201, '{"request_id":"r1"}'))),
    expected: { result: "r1" },
    requests: 2,
    retries: 1,
  },
  {
    name: "a storm with Retry-After in seconds",
    call: "json",
    serve: busy({ "retry-after": "0" }),
    expected: http(429, true),
    requests: 3,
    retries: 2,
  },
  {
    name: "a storm with Retry-After as a date that is past",
    call: "json",
    serve: busy({ "retry-after": soon }),
    expected: http(429, true),
    requests: 3,
    retries: 2,
  },
  {
    name: "a storm with Retry-After as a date that is too late",
    call: "json",
    serve: busy({ "retry-after": late }),
    expected: http(429, true),
    requests: 1,
  },
  {
    name: "a storm with Retry-After in a million years",
    call: "json",
    serve: busy({ "retry-after": "31556952000000" }),
    expected: http(429, true),
    requests: 1,
  },
  {
    name: "a storm with a Retry-After that is no time",
    call: "json",
    serve: busy({ "retry-after": "1e999" }),
    expected: http(429, true),
    requests: 1,
  },
  {
    name: "a storm with Retry-After below nothing",
    call: "json",
    serve: busy({ "retry-after": "-5" }),
    expected: http(429, true),
    requests: 3,
    retries: 2,
  },
  {
    name: "a call that was shed with 503",
    call: "json",
    serve: inTurn(sends(answer(503, "")), well),
    expected: { result: "fine" },
    requests: 2,
    retries: 1,
  },
  {
    name: "a 503 of the container",
    call: "json",
    serve: sends(answer(503, '{"error":"not ready"}', container)),
    expected: http(503, false),
    requests: 1,
  },
];

const back = (status: number): Serve =>
  inTurn(
    redirects(status, () => "/there"),
    well,
  );
const away = (status: number): Serve => redirects(status, ({ elsewhere }) => `${elsewhere}/there`);

/** Redirects. What another origin is sent has no key, which every row checks. */
const redirections: readonly Fault[] = [
  { name: "a 307 within the origin", call: "json", serve: back(307), expected: { result: "fine" }, requests: 2 },
  { name: "a 308 within the origin", call: "json", serve: back(308), expected: { result: "fine" }, requests: 2 },
  {
    name: "a 307 to another origin",
    call: "json",
    serve: away(307),
    expected: { result: "from elsewhere" },
    requests: 1,
    elsewhere: 1,
  },
  {
    name: "a 308 to another origin, of a stream",
    call: "text",
    serve: away(308),
    expected: { error: "ChainDecodeError", retryable: false, status: 200 },
    requests: 1,
    elsewhere: 1,
  },
  { name: "a 301", call: "json", serve: back(301), expected: http(301, false, /a redirect to/), requests: 1 },
  { name: "a 302 to another origin", call: "json", serve: away(302), expected: http(302, false), requests: 1 },
  { name: "a 303", call: "json", serve: back(303), expected: http(303, false), requests: 1 },
  {
    name: "a 304",
    call: "json",
    serve: sends("HTTP/1.1 304 Not Modified\r\n\r\n"),
    expected: http(304, false),
    requests: 1,
  },
  {
    name: "a redirect to no address",
    call: "json",
    serve: redirects(307, () => "http://"),
    expected: http(307, false),
    requests: 1,
  },
  {
    name: "a redirect to a file",
    call: "json",
    serve: redirects(307, () => "file:///etc/passwd"),
    expected: http(307, false),
    requests: 1,
  },
  {
    name: "redirects without an end",
    call: "json",
    serve: redirects(307, () => "/again"),
    expected: http(307, false),
    requests: 6,
  },
  { name: "a redirect of an upgrade", call: "socket", serve: away(307), expected: http(307, false), requests: 1 },
];

function head500(): string {
  return "HTTP/1.1 500 X\r\ncontent-type: text/plain\r\n\r\n";
}

/** Answers that are whole, and no results. */
export const statusFaults: readonly Fault[] = [...errors, ...storms, ...redirections];
