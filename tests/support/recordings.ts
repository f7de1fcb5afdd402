import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A body is in one of the members, or there was none. */
interface RecordedBody {
  readonly body_utf8?: string;
  readonly body_base64?: string;
  /** What stands for a body that was too long to keep. */
  readonly body_omitted?: unknown;
}

/** A recorded request. */
export interface RecordedRequest extends RecordedBody {
  readonly method: string;
  readonly path: string;
  readonly http_version: string;
  readonly headers: Readonly<Record<string, string>>;
  /** All that was sent, where no HTTP client sent it. */
  readonly raw_utf8?: string;
  /** The lengths of its chunks. */
  readonly chunked?: readonly number[];
}

/** A recorded response. */
export interface RecordedResponse extends RecordedBody {
  /** `null` where the connection closed without an answer. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** One exchange with the real model server, as `fixtures/wire` holds it. */
export interface Recording {
  readonly name: string;
  /** The chain that answered: a file of `fixtures/wire/chains`. */
  readonly chain_file: string;
  readonly entrypoint: string;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** There for websockets alone. */
  readonly frames?: readonly unknown[];
}

const folder = fileURLToPath(new URL("../../fixtures/wire/", import.meta.url));

/** The path of a recorded chain's Python file. */
export function recordedChainFile(name: string): string {
  return `${folder}chains/${name}`;
}

/** Every recording, in the order of their names. */
export function allRecordings(): readonly Recording[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Recording);
}

/** The bytes of a recorded body. */
export function bodyOf({ body_utf8, body_base64 }: RecordedBody): Buffer {
  return body_base64 === undefined ? Buffer.from(body_utf8 ?? "", "utf8") : Buffer.from(body_base64, "base64");
}
