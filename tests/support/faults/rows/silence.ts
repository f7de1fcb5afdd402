import { abortsAfter, answer, chunk, frame, head, sends, silentAfter, streamHead } from "../answers.js";
import { limitMs } from "../clock.js";
import type { Fault, Outcome } from "../fault.js";

const timeout: Outcome = { error: "ChainTimeoutError", retryable: true };
const stalled: Outcome = { error: "ChainStreamError", retryable: true, status: 200, message: /silent for 40 ms/ };
const soon = { timeoutMs: limitMs };
const busy = answer(429, '{"error":"busy"}');
const begunBody = [head(200, { "content-type": "application/json", "content-length": "6" }), '"fi'];
const begunText = [streamHead, chunk("once ")];
const begunFrames = [streamHead, chunk(frame("header", "1")), chunk(frame("item", "2"))];

/** The end of a call's time, and of a stream's patience, at each stage. */
const timeouts: readonly Fault[] = [
  {
    name: "silence in the handshake",
    call: "json",
    reach: "https",
    isSecure: false,
    connection: (_, { expire }) => expire(),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 0,
  },
  {
    name: "silence before the headers",
    call: "json",
    serve: silentAfter(),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence within the headers",
    call: "json",
    serve: silentAfter("HTTP/1.1 200 OK\r\nx-a: "),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence after the headers",
    call: "json",
    serve: silentAfter(begunBody[0] ?? ""),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence within the body",
    call: "json",
    serve: silentAfter(...begunBody),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence within a message",
    call: "binary",
    serve: silentAfter(...begunBody),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence after a queued call",
    call: "queue",
    serve: silentAfter(),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence before a stream",
    call: "text",
    serve: silentAfter(),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "silence within a stream of text",
    call: "text",
    serve: silentAfter(...begunText),
    options: { stallTimeoutMs: limitMs },
    hasOwnClock: true,
    expected: stalled,
    requests: 1,
  },
  {
    name: "silence within a stream of bytes",
    call: "bytes",
    serve: silentAfter(...begunText),
    options: { stallTimeoutMs: limitMs },
    hasOwnClock: true,
    expected: stalled,
    requests: 1,
  },
  {
    name: "silence within a stream of frames",
    call: "frames",
    serve: silentAfter(...begunFrames),
    options: { stallTimeoutMs: limitMs },
    hasOwnClock: true,
    expected: stalled,
    requests: 1,
  },
  {
    name: "silence after a request for an upgrade",
    call: "socket",
    serve: silentAfter(),
    options: soon,
    hasOwnClock: true,
    expected: timeout,
    requests: 1,
  },
  {
    name: "a retry pause that would outlast the time of the call",
    call: "json",
    serve: sends(answer(429, '{"error":"busy"}', { "retry-after": "30" })),
    options: { timeoutMs: 20_000 },
    expected: { error: "ChainHttpError", retryable: true, status: 429 },
    requests: 1,
  },
];

/** The caller's own abort, at each stage. */
const aborts: readonly Fault[] = [
  { name: "an abort before the call", call: "json", abort: "before the call", expected: "aborted", requests: 0 },
  { name: "an abort before a connection", call: "socket", abort: "before the call", expected: "aborted", requests: 0 },
  {
    name: "an abort while the key is asked for",
    call: "json",
    abort: "while the key is asked for",
    expected: "aborted",
    requests: 0,
  },
  {
    name: "an abort in the handshake",
    call: "json",
    reach: "https",
    isSecure: false,
    connection: (_, { abort }) => abort(),
    expected: "aborted",
    requests: 0,
  },
  { name: "an abort before the headers", call: "json", serve: abortsAfter(), expected: "aborted", requests: 1 },
  {
    name: "an abort within the headers",
    call: "json",
    serve: abortsAfter("HTTP/1.1 200 OK\r\nx-a: "),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within the body",
    call: "json",
    serve: abortsAfter(...begunBody),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within a message",
    call: "binary",
    serve: abortsAfter(...begunBody),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within the body of an error",
    call: "json",
    serve: abortsAfter(head(500, { "content-length": "6" }), '{"e'),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within a stream of text",
    call: "text",
    serve: abortsAfter(...begunText),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within a stream of bytes",
    call: "bytes",
    serve: abortsAfter(...begunText),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort within a stream of frames",
    call: "frames",
    serve: abortsAfter(...begunFrames),
    expected: "aborted",
    requests: 1,
  },
  { name: "an abort before an upgrade", call: "socket", serve: abortsAfter(), expected: "aborted", requests: 1 },
  { name: "an abort of a queued call", call: "queue", serve: abortsAfter(), expected: "aborted", requests: 1 },
  {
    name: "an abort between two questions about a queued call",
    call: "wait",
    serve: abortsAfter(answer(200, '{"request_id":"r1","status":"QUEUED"}')),
    expected: "aborted",
    requests: 1,
  },
  {
    name: "an abort in a retry pause",
    call: "json",
    serve: sends(busy),
    abort: "in a retry pause",
    options: { retry: { initialDelayMs: 30_000, maxDelayMs: 30_000 } },
    expected: "aborted",
    requests: 1,
    retries: 1,
  },
];

/** Silence, and who ends it. */
export const silenceFaults: readonly Fault[] = [...timeouts, ...aborts];
