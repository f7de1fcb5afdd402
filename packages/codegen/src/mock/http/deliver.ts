import type { ServerResponse } from "node:http";
import { type Answer, type Delivery, sendAnswer } from "./answer.js";

/** How long a slow answer takes to begin, and each part of a slow stream after it, in milliseconds. */
export const slowAnswerMs: number = 3000;
const slowPartMs = 500;

/** Sends an answer in a way that goes wrong. */
export function deliver(response: ServerResponse, { delivery, ...answer }: Answer): void {
  if (delivery === undefined) sendAnswer(response, answer);
  else ways[delivery](response, answer);
}

const ways: Readonly<Record<Delivery, (response: ServerResponse, answer: Answer) => void>> = {
  reset: (response) => response.socket?.resetAndDestroy(),
  stall: () => undefined,
  slow: (response, answer) => {
    if (answer.chunks === undefined) void pause(slowAnswerMs).then(() => sendAnswer(response, answer));
    else void sendSlowly(response, answer, answer.chunks);
  },
  cut: (response, answer) => void sendHalf(response, answer),
};

async function sendSlowly(response: ServerResponse, answer: Answer, chunks: readonly Uint8Array[]): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  response.flushHeaders();
  for (const chunk of chunks) {
    await pause(slowPartMs);
    if (response.destroyed) return;
    response.write(chunk);
  }
  response.end();
}

/** Half of the body, or of the chunks, and then the connection is cut. */
function sendHalf(response: ServerResponse, { status, headers, body, chunks }: Answer): void {
  const length = chunks === undefined ? { "content-length": String(Buffer.byteLength(body)) } : {};
  const parts = chunks ?? [Buffer.from(body)];
  const whole = Buffer.concat(parts);
  response.writeHead(status, { ...headers, ...length });
  response.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => response.destroy());
}

/** It keeps no process alive: the server does that, until it is closed. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
