import { answer, closesAfter, drips, head, resetsAfter, sends } from "../answers.js";
import type { Fault, Outcome } from "../fault.js";

/** No answer came, or none that can be read: the chain may have run. */
const broken: Outcome = { error: "ChainConnectionError", retryable: true };
const brokenWithin: Outcome = { ...broken, status: 200 };
const fine: Outcome = { result: "fine" };
const whole = answer(200, '"fine"');

/** Connections that are not made, break, or carry what is no HTTP. */
export const connectionFaults: readonly Fault[] = [
  {
    name: "nobody listens",
    call: "json",
    reach: "nowhere",
    expected: { ...broken, message: /ECONNREFUSED/ },
    requests: 0,
    retries: 2,
  },
  {
    name: "there is no such host",
    call: "json",
    reach: "no such host",
    options: { retry: false },
    expected: { ...broken, message: /ENOTFOUND|EAI_AGAIN/ },
    requests: 0,
  },
  {
    name: "a connection that is closed before anything is read",
    call: "json",
    connection: (socket) => socket.destroy(),
    expected: broken,
    requests: 0,
  },
  {
    name: "a connection that is reset before anything is read",
    call: "json",
    connection: (socket) => socket.resetAndDestroy(),
    expected: broken,
    requests: 0,
  },
  { name: "a reset before the headers", call: "json", serve: resetsAfter(), expected: broken, requests: 1 },
  { name: "a close before the headers", call: "json", serve: closesAfter(), expected: broken, requests: 1 },
  {
    name: "a reset within the headers",
    call: "json",
    serve: resetsAfter("HTTP/1.1 200 OK\r\ncontent-le"),
    expected: broken,
    requests: 1,
  },
  {
    name: "a close within the headers",
    call: "json",
    serve: closesAfter("HTTP/1.1 200 OK\r\ncontent-le"),
    expected: broken,
    requests: 1,
  },
  {
    name: "a reset after the headers",
    call: "json",
    serve: resetsAfter(head(200, { "content-length": "6" })),
    expected: brokenWithin,
    requests: 1,
  },
  {
    name: "a reset within the body",
    call: "json",
    serve: resetsAfter(head(200, { "content-length": "6" }), '"fi'),
    expected: brokenWithin,
    requests: 1,
  },
  {
    name: "a reset within the body of a message",
    call: "binary",
    serve: resetsAfter(head(200, { "content-type": "application/octet-stream", "content-length": "6" }), "\xa4"),
    expected: brokenWithin,
    requests: 1,
  },
  {
    name: "a reset within the body of an error",
    call: "json",
    serve: resetsAfter(head(503, { "content-length": "6" }), '{"e'),
    expected: { ...broken, status: 503 },
    requests: 1,
  },
  {
    name: "a reset of a queued call, which may have been taken",
    call: "queue",
    serve: resetsAfter(),
    expected: broken,
    requests: 1,
  },
  {
    name: "a reset of a question, which may be asked again",
    call: "status",
    serve: resetsAfter(),
    expected: broken,
    requests: 3,
    retries: 2,
  },
  { name: "a slow drip", call: "json", serve: drips(whole), expected: fine, requests: 1 },
  {
    name: "an answer of HTTP/1.0 that ends with its connection",
    call: "json",
    serve: closesAfter('HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n"fine"'),
    expected: fine,
    requests: 1,
  },
  {
    name: "a content-length that is too long",
    call: "json",
    serve: closesAfter(answer(200, '"fine"', { "content-length": "7" })),
    expected: brokenWithin,
    requests: 1,
  },
  {
    name: "a content-length that is too short",
    call: "json",
    serve: sends(answer(200, '"fine"', { "content-length": "3" })),
    expected: { error: "ChainDecodeError", retryable: false, status: 200 },
    requests: 1,
  },
  {
    name: "a content-length that is no number",
    call: "json",
    serve: sends(answer(200, '"fine"', { "content-length": "six" })),
    expected: broken,
    requests: 1,
  },
  {
    name: "two different content-lengths",
    call: "json",
    serve: sends('HTTP/1.1 200 OK\r\ncontent-length: 6\r\ncontent-length: 5\r\n\r\n"fine"'),
    expected: broken,
    requests: 1,
  },
  {
    name: "early hints before the answer",
    call: "json",
    serve: sends("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", whole),
    expected: fine,
    requests: 1,
  },
  {
    name: "news of the progress before the answer",
    call: "text",
    serve: sends(
      "HTTP/1.1 102 Processing\r\n\r\n",
      answer(200, "fine", { "content-type": "application/octet-stream" }),
    ),
    expected: fine,
    requests: 1,
  },
  {
    name: "a switch to another protocol that nobody asked for",
    call: "json",
    serve: sends("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"),
    expected: broken,
    requests: 1,
  },
  {
    name: "an answer that is no HTTP",
    call: "json",
    serve: closesAfter("220 mail.test ESMTP\r\n"),
    expected: broken,
    requests: 1,
  },
  {
    name: "headers that are too large",
    call: "json",
    serve: sends(head(200, { "x-large": "x".repeat(40_000) })),
    expected: broken,
    requests: 1,
  },
];
