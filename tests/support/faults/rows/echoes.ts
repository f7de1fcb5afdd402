import {
  answer,
  chunk,
  closesAfter,
  frame,
  head,
  redirects,
  resetsAfter,
  type Serve,
  sends,
  streamHead,
} from "../answers.js";
import type { Fault, Outcome } from "../fault.js";
import { opens } from "./sockets.js";

/** Answers with something that shows the key of the request. */
function showing(way: (key: string) => Serve): Serve {
  return (exchange, context) => {
    const [, key = ""] = /\r\nauthorization: Api-Key (.*)\r\n/i.exec(exchange.text) ?? [];
    way(key)(exchange, context);
  };
}

const json = (status: number, shape: (key: string) => unknown): Serve =>
  showing((key) => sends(answer(status, JSON.stringify(shape(key)))));

const message = { "content-type": "application/octet-stream" };
const exception = (key: string) => ({
  exception_cls_name: "E",
  exception_message: key,
  user_stack_trace: [{ filename: key, lineno: 1, name: key, line: key }],
});
const closeFrame = (reason: string): Buffer =>
  Buffer.concat([Uint8Array.of(0x88, 2 + reason.length, 0x0f, 0xa0), Buffer.from(reason)]);

const http = (status: number): Outcome => ({ error: "ChainHttpError", status, retryable: false });
const undecodable: Outcome = { error: "ChainDecodeError", status: 200, retryable: false, message: /./ };
const broken: Outcome = { error: "ChainStreamError", status: 200, retryable: true };

/** Servers that show a request's headers, which comes to light in errors. */
export const echoFaults: readonly Fault[] = [
  {
    name: "an error that shows the key",
    call: "json",
    serve: json(403, (key) => ({ error: key })),
    expected: http(403),
    requests: 1,
  },
  {
    name: "an error that shows the key, of an upgrade",
    call: "socket",
    serve: json(403, (key) => ({ error: key })),
    expected: http(403),
    requests: 1,
  },
  {
    name: "an exception that shows the key",
    call: "json",
    serve: json(500, (key) => ({ error: exception(key) })),
    expected: { error: "ChainRemoteError", status: 500, retryable: false },
    requests: 1,
  },
  {
    name: "a problem of the input that shows the key",
    call: "binary",
    serve: json(400, (key) => ({ error: `Input Parsing Error:\n  \`a\`: ${key}.` })),
    expected: { error: "ChainInputError", status: 400, retryable: false },
    requests: 1,
  },
  {
    name: "a redirect that shows the key",
    call: "json",
    serve: showing((key) => redirects(302, () => `/?key=${key}`)),
    expected: http(302),
    requests: 1,
  },
  {
    name: "a page that shows the key",
    call: "json",
    serve: showing((key) => sends(answer(200, `<p>${key}`))),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a message that shows the key",
    call: "binary",
    serve: showing((key) => sends(answer(200, `\x01${key}`, message))),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "an answer to a queued call that shows the key",
    call: "queue",
    serve: json(200, (key) => ({ key })),
    expected: undecodable,
    requests: 1,
  },
  {
    name: "a stream of text that shows the key and breaks",
    call: "text",
    serve: showing((key) => resetsAfter(streamHead, chunk(key))),
    expected: broken,
    requests: 1,
  },
  {
    name: "a frame that shows the key",
    call: "frames",
    serve: showing((key) => sends(streamHead, chunk(frame("header", key)))),
    expected: { error: "ChainStreamError", status: 200, retryable: false, message: /not JSON/ },
    requests: 1,
  },
  {
    name: "headers that show the key and break",
    call: "json",
    serve: showing((key) => resetsAfter(head(200, { "x-key": key, "content-length": "999" }), key)),
    expected: { error: "ChainConnectionError", status: 200, retryable: true },
    requests: 1,
  },
  {
    name: "an answer that is no HTTP and shows the key",
    call: "json",
    serve: showing((key) => closesAfter(`220 ${key}\r\n`)),
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 1,
  },
  {
    name: "a chunk that is none and shows the key",
    call: "bytes",
    serve: showing((key) => sends(streamHead, `${key}\r\n`)),
    expected: broken,
    requests: 1,
  },
  {
    name: "a websocket that shows the key and closes",
    call: "socket",
    serve: showing((key) => opens(closeFrame(key))),
    expected: { error: "ChainSocketError", retryable: false, message: /code of its own/ },
    requests: 1,
  },
];
