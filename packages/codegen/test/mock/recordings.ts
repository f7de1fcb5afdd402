import { allRecordings, bodyOf, type Recording } from "../../../../tests/support/recordings.js";

/** Every recorded HTTP exchange with the given chains. */
export function recordingsOfChains(chains: readonly string[]): readonly Recording[] {
  return allRecordings().filter(({ chain_file, frames }) => chains.includes(chain_file) && frames === undefined);
}

/** What was sent, byte for byte: as it was recorded, or written again from its parts where it was no text. */
export function requestBytes({ request }: Recording): Buffer {
  if (request.raw_utf8 !== undefined && request.body_base64 === undefined) return Buffer.from(request.raw_utf8);
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`${request.method} ${request.path} ${request.http_version}`, ...headers, "", ""].join("\r\n");
  const body = bodyOf(request);
  return Buffer.concat([Buffer.from(head), request.chunked === undefined ? body : chunked(body, request.chunked)]);
}

function chunked(body: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let start = 0;
  for (const size of sizes) {
    parts.push(Buffer.from(`${size.toString(16)}\r\n`), body.subarray(start, start + size), Buffer.from("\r\n"));
    start += size;
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}
