import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A recorded request: its body is in one of the two members, or there was none. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly http_version: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body_utf8?: string;
  readonly body_base64?: string;
}

/** A recorded response: its body is in one of the two members, or there was none. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body_utf8?: string;
  readonly body_base64?: string;
}

/** One exchange with the real model server, as `fixtures/wire` holds it. */
export interface Recording {
  readonly name: string;
  /** The chain that answered: a file of `fixtures/wire/chains`. */
  readonly chain_file: string;
  readonly entrypoint: string;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

const folder = fileURLToPath(new URL("../../../fixtures/wire/", import.meta.url));

/** The path of a recorded chain's Python file. */
export function recordedChainFile(name: string): string {
  return `${folder}chains/${name}`;
}

/** The recordings whose name starts with a word, in the order of their names. */
export function recordingsOf(start: string): Recording[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(start) && name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Recording);
}

/** The bytes of a recorded body. */
export function bodyOf({ body_utf8, body_base64 }: RecordedRequest | RecordedResponse): Buffer {
  return body_base64 === undefined ? Buffer.from(body_utf8 ?? "", "utf8") : Buffer.from(body_base64, "base64");
}
