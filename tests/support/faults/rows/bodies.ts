import { gzipSync } from "node:zlib";
import { answer, chunk, closesAfter, head, pours, type Serve, sends } from "../answers.js";
import { limitMs } from "../clock.js";
import type { Fault, Outcome } from "../fault.js";

const chunked = head(200, { "content-type": "application/json", "transfer-encoding": "chunked" });
const gzip = { "content-encoding": "gzip" };
const message = { "content-type": "application/octet-stream" };
const zipped = gzipSync(JSON.stringify("fine ".repeat(1000)));
const corrupt = Buffer.concat([zipped.subarray(0, 20), Buffer.alloc(8), zipped.subarray(28)]);

const broken: Outcome = { error: "ChainConnectionError", retryable: true, status: 200 };
const undecodable: Outcome = { error: "ChainDecodeError", retryable: false, status: 200 };

const poursWithoutEnd: Serve = (exchange, context) => {
  pours(head(200, {}), "x")(exchange, context);
  context.expire();
};

/** Successes whose bodies are cut, spoiled, or no result. */
export const bodyFaults: readonly Fault[] = [
  { name: "a chunk that is cut", call: "json", serve: closesAfter(chunked, '6\r\n"fi'), expected: broken, requests: 1 },
  {
    name: "a chunk whose length is none",
    call: "json",
    serve: sends(chunked, 'six\r\n"fine"\r\n'),
    expected: broken,
    requests: 1,
  },
  {
    name: "chunks without the last one",
    call: "json",
    serve: closesAfter(chunked, chunk('"fine"')),
    expected: broken,
    requests: 1,
  },
  {
    name: "a gzip that is cut",
    call: "json",
    serve: sends(answer(200, zipped.subarray(0, 40), gzip)),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a gzip that is cut with its connection",
    call: "json",
    serve: closesAfter(answer(200, zipped, gzip).subarray(0, -9)),
    expected: broken,
    requests: 1,
  },
  {
    name: "a gzip that is corrupt",
    call: "json",
    serve: sends(answer(200, corrupt, gzip)),
    expected: broken,
    requests: 1,
  },
  {
    name: "a gzip that is none",
    call: "json",
    serve: sends(answer(200, '"fine"', gzip)),
    expected: broken,
    requests: 1,
  },
  {
    name: "an encoding that nobody knows",
    call: "json",
    serve: sends(answer(200, zipped, { "content-encoding": "x-none" })),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "no fault: a gzip",
    call: "json",
    serve: sends(answer(200, gzipSync('"fine"'), gzip)),
    expected: { result: "fine" },
    requests: 1,
  },
  { name: "JSON that is none", call: "json", serve: sends(answer(200, '{"a":')), expected: undecodable, requests: 1 },
  {
    name: "JSON that Python writes and nobody reads",
    call: "json",
    serve: sends(answer(200, '{"a": NaN}')),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "JSON in UTF-16",
    call: "json",
    serve: sends(answer(200, Buffer.from('\ufeff"fine"', "utf16le"))),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "JSON in Latin-1, of which fetch makes UTF-8 by itself",
    call: "json",
    serve: sends(
      answer(200, Buffer.from('"Zoë"', "latin1"), { "content-type": "application/json; charset=iso-8859-1" }),
    ),
    expected: { result: "Zo\ufffd" },
    requests: 1,
  },
  {
    name: "no fault: JSON in UTF-8 that says otherwise",
    call: "json",
    serve: sends(answer(200, '"fine"', { "content-type": "application/json; charset=iso-8859-1" })),
    expected: { result: "fine" },
    requests: 1,
  },
  { name: "an empty success", call: "json", serve: sends(answer(200, "")), expected: undecodable, requests: 1 },
  {
    name: "a success without content",
    call: "json",
    serve: sends("HTTP/1.1 204 No Content\r\n\r\n"),
    expected: { ...undecodable, status: 204 },
    requests: 1,
  },
  {
    name: "a page",
    call: "json",
    serve: sends(answer(200, "<html>", { "content-type": "text/html" })),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a page for a stream",
    call: "text",
    serve: sends(answer(200, "<html>", { "content-type": "text/html" })),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "JSON for a stream",
    call: "frames",
    serve: sends(answer(200, '"fine"')),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "JSON for a message",
    call: "binary",
    serve: sends(answer(200, '"fine"')),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a message that is cut",
    call: "binary",
    serve: sends(answer(200, Uint8Array.of(0xa4, 0x66), message)),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a message with more behind it",
    call: "binary",
    serve: sends(answer(200, Uint8Array.of(1, 2), message)),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a message of a length that nothing has",
    call: "binary",
    serve: sends(answer(200, Uint8Array.of(0xdd, 255, 255, 255, 255), message)),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "an answer to a queued call without its id",
    call: "queue",
    serve: sends(answer(200, "{}")),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a status that there is not",
    call: "status",
    serve: sends(answer(200, '{"status":1}')),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a result without an end, which has no other limit than the time",
    call: "json",
    serve: poursWithoutEnd,
    hasOwnClock: true,
    options: { timeoutMs: limitMs },
    expected: { error: "ChainTimeoutError", retryable: true },
    requests: 1,
  },
];
