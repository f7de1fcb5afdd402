import { setImmediate as turn } from "node:timers/promises";
import type { Exchange } from "./fault-server.js";

type Headers = Readonly<Record<string, string>>;
type Bytes = string | Uint8Array;

/** What is done with a request, beside answering it. */
export interface Context {
  /** Where another origin is. */
  readonly elsewhere: string;
  /** Aborts the call. */
  readonly abort: () => void;
  /** Lets the time of the call run out. */
  readonly expire: () => void;
}

/** How a request is answered. */
export type Serve = (exchange: Exchange, context: Context) => void;

/** The head of an answer. */
export function head(status: number, headers: Headers = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} X\r\n${lines.join("")}\r\n`;
}

/** The bytes of a whole answer. */
export function answer(status: number, body: Bytes, headers: Headers = {}): Buffer {
  const length = String(Buffer.byteLength(body));
  const lines = head(status, { "content-type": "application/json", "content-length": length, ...headers });
  return Buffer.concat([Buffer.from(lines), Buffer.from(body)]);
}

/** Chunks of a body whose length nobody said; the last one is `chunk("")`. */
export function chunk(content: Bytes, length: number = Buffer.byteLength(content)): Buffer {
  return Buffer.concat([Buffer.from(`${length.toString(16)}\r\n`), Buffer.from(content), Buffer.from("\r\n")]);
}

/** The head of a stream, as the model server begins one. */
export const streamHead: string = head(200, {
  "content-type": "application/octet-stream",
  "transfer-encoding": "chunked",
  "x-baseten-request-id": "r1",
});

const tags = { header: 2, item: 3, footer: 4 } as const;

/** A frame as truss writes it, or one with another length or tag than it should have. */
export function frame(kind: keyof typeof tags | number, content: string, length: number = content.length): Buffer {
  const tag = Buffer.alloc(5);
  tag.writeUInt8(typeof kind === "number" ? kind : tags[kind]);
  tag.writeUInt32BE(length, 1);
  return Buffer.concat([tag, Buffer.from(content)]);
}

/** Answers every request with these bytes, and keeps the connection. */
export function sends(...parts: readonly Bytes[]): Serve {
  return ({ socket }) => {
    for (const part of parts) socket.write(part);
  };
}

/** Sends these bytes and closes the connection properly. */
export function closesAfter(...parts: readonly Bytes[]): Serve {
  return ({ socket }) => {
    for (const part of parts) socket.write(part);
    socket.end();
  };
}

/** Sends these bytes and breaks the connection with a reset, once they have left. */
export function resetsAfter(...parts: readonly Bytes[]): Serve {
  return (exchange) => sendThen(exchange, parts, () => exchange.socket.resetAndDestroy());
}

/** Sends these bytes and aborts the call, once they have left. */
export function abortsAfter(...parts: readonly Bytes[]): Serve {
  return (exchange, { abort }) => sendThen(exchange, parts, abort);
}

/** Sends these bytes and nothing more, for longer than anybody waits. */
export function silentAfter(...parts: readonly Bytes[]): Serve {
  return (exchange, { expire }) => sendThen(exchange, parts, expire);
}

function sendThen({ socket }: Exchange, parts: readonly Bytes[], act: () => void): void {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  if (bytes.length === 0) act();
  else socket.write(bytes, () => setImmediate(act));
}

/** Sends these bytes one at a time. */
export function drips(...parts: readonly Bytes[]): Serve {
  return ({ socket }) => {
    const drip = async (): Promise<void> => {
      for (const byte of Buffer.concat(parts.map((part) => Buffer.from(part)))) {
        if (socket.destroyed) return;
        socket.write(Uint8Array.of(byte));
        await turn();
      }
    };
    void drip();
  };
}

/** Sends a beginning, and then the same again and again for as long as somebody reads. */
export function pours(beginning: Bytes, again: Bytes): Serve {
  return ({ socket }) => {
    socket.write(beginning);
    const pour = (): void => {
      if (socket.destroyed) return;
      if (socket.write(again)) setImmediate(pour);
      else socket.once("drain", pour);
    };
    pour();
  };
}

/** Redirects to a path of this origin, or to a whole URL. */
export function redirects(status: number, to: (context: Context) => string): Serve {
  return ({ socket }, context) => socket.write(answer(status, "", { location: to(context) }));
}

/** Answers the first requests in one way each, and any other in the last way. */
export function inTurn(...ways: readonly [Serve, ...Serve[]]): Serve {
  return (exchange, context) => {
    const way = ways[exchange.number - 1] ?? ways[ways.length - 1] ?? ways[0];
    way(exchange, context);
  };
}
