import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** An exchange with the real model server, as `fixtures/wire` keeps it. */
export interface Recording {
  readonly name: string;
  readonly chain_file: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly http_version: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body_utf8?: string;
    readonly body_base64?: string;
    readonly raw_utf8?: string;
    readonly chunked?: readonly number[];
  };
  readonly response: {
    readonly status: number | null;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body_utf8?: string;
    readonly body_base64?: string;
  };
  /** There for websockets alone. */
  readonly frames?: readonly unknown[];
}

const folder = fileURLToPath(new URL("../../../../fixtures/wire", import.meta.url));

/** Every recorded HTTP exchange with the given chains. */
export function readRecordings(chains: readonly string[]): readonly Recording[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const recordings = files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording);
  return recordings.filter((recording) => chains.includes(recording.chain_file) && recording.frames === undefined);
}

/** The bytes of a recorded body. */
export function bodyOf(part: { readonly body_utf8?: string; readonly body_base64?: string }): Buffer {
  return part.body_base64 === undefined ? Buffer.from(part.body_utf8 ?? "") : Buffer.from(part.body_base64, "base64");
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
