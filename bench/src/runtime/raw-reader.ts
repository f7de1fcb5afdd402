import { Buffer } from "node:buffer";

/** Reads an answer to its end and does nothing with it. */
export async function readBytes(url: string): Promise<void> {
  const reader = await openReader(url);
  while (!(await reader.read()).done);
}

/** Reads an answer as text, as one writes it by hand, and gives its length. */
export async function readText(url: string): Promise<number> {
  const reader = await openReader(url);
  const decoder = new TextDecoder();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += decoder.decode(value, { stream: true }).length;
  }
  return length + decoder.decode().length;
}

/** Reads frames as one writes it by hand, without any check: what parsing alone takes. */
export async function readFrames(url: string): Promise<void> {
  const reader = await openReader(url);
  let rest = Buffer.alloc(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    rest = Buffer.concat([rest, value]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const end = 5 + rest.readUInt32BE(1);
      JSON.parse(rest.toString("utf8", 5, end));
      rest = rest.subarray(end);
    }
  }
}

async function openReader(url: string): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { body } = await fetch(url, { method: "POST", body: "{}" });
  if (body === null) throw new Error("The server answered without a body.");
  return body.getReader();
}
