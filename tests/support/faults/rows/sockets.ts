import { createHash } from "node:crypto";
import { answer, inTurn, type Serve, sends } from "../answers.js";
import type { Fault, Outcome } from "../fault.js";
import type { Exchange } from "../fault-server.js";

const http = (status: number, retryable: boolean): Outcome => ({ error: "ChainHttpError", status, retryable });
const lost: Outcome = { error: "ChainSocketError", retryable: true, message: /close code 1006/ };

/** Opens the websocket, and sends bytes over it that may be frames. */
export function opens(...parts: readonly (string | Uint8Array)[]): Serve {
  return (exchange) => {
    exchange.socket.write(accepted(exchange));
    for (const part of parts) exchange.socket.write(part);
  };
}

/** The same, and closes the connection without a close frame. */
function opensAndEnds(...parts: readonly (string | Uint8Array)[]): Serve {
  return (exchange, context) => {
    opens(...parts)(exchange, context);
    exchange.socket.end();
  };
}

function accepted({ text }: Exchange): string {
  const [, key = ""] = /\r\nsec-websocket-key: (\S+)/i.exec(text) ?? [];
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const headers = `upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n`;
  return `HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`;
}

const hello = Buffer.from([0x81, 0x02, 0x68, 0x69]);
const returned = Buffer.from([0x88, 0x02, 0x03, 0xe8]);
const raised = Buffer.from([0x88, 0x02, 0x03, 0xf3]);

/** Websockets that do not open, or do not end as they should. */
export const socketFaults: readonly Fault[] = [
  {
    name: "no fault: a websocket that says something and returns",
    call: "socket",
    serve: opens(hello, returned),
    expected: { result: ["hi"] },
    requests: 1,
  },
  {
    name: "an upgrade that is refused with 403",
    call: "socket",
    serve: sends(answer(403, '{"error":"no"}')),
    expected: http(403, false),
    requests: 1,
  },
  {
    name: "an upgrade that is answered with a page and 502",
    call: "socket",
    serve: sends(answer(502, "<html>")),
    expected: http(502, true),
    requests: 3,
    retries: 2,
  },
  {
    name: "an upgrade that is shed at first",
    call: "socket",
    serve: inTurn(sends(answer(429, "{}")), opens(hello, returned)),
    expected: { result: ["hi"] },
    requests: 2,
    retries: 1,
  },
  {
    name: "an upgrade that is answered with a success",
    call: "socket",
    serve: sends(answer(200, "{}")),
    expected: { error: "ChainDecodeError", status: 200, retryable: false },
    requests: 1,
  },
  {
    name: "an upgrade to something else",
    call: "socket",
    serve: sends(
      "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: no\r\n\r\n",
    ),
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 1,
  },
  {
    name: "an upgrade that is cut",
    call: "socket",
    serve: ({ socket }) => socket.destroy(),
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 1,
  },
  {
    name: "nobody who takes an upgrade",
    call: "socket",
    reach: "nowhere",
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 0,
    retries: 2,
  },
  {
    name: "a websocket that ends without a close frame",
    call: "socket",
    serve: opensAndEnds(hello),
    expected: lost,
    requests: 1,
  },
  {
    name: "a websocket that ends within a frame",
    call: "socket",
    serve: opensAndEnds(hello, hello.subarray(0, 3)),
    expected: lost,
    requests: 1,
  },
  {
    name: "a frame of a websocket that is none",
    call: "socket",
    serve: opensAndEnds(Uint8Array.of(0x8f, 0)),
    expected: lost,
    requests: 1,
  },
  {
    name: "a text over a websocket that is not UTF-8",
    call: "socket",
    serve: opensAndEnds(Uint8Array.of(0x81, 1, 0xff)),
    expected: lost,
    requests: 1,
  },
  {
    name: "a message over a websocket of a length that nothing has",
    call: "socket",
    serve: opensAndEnds(Uint8Array.of(0x82, 127, 127, 0, 0, 0, 0, 0, 0, 0)),
    expected: lost,
    requests: 1,
  },
  {
    name: "a websocket whose chain raises",
    call: "socket",
    serve: opensAndEnds(raised),
    expected: { error: "ChainSocketError", retryable: false, message: /the chain raised/ },
    requests: 1,
  },
];
