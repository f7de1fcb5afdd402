import { type JsonReading, parseJsonFile } from "../../read/json/json-file.js";
import { readFile } from "../../read/read-file.js";
import type { SourceHost } from "../../read/source-host.js";

/** Reads what a mock answers to every call. */
export function readAnswer(host: SourceHost, path: string): JsonReading {
  const file = readFile(host, path);
  return file.ok ? parseJsonFile(path, file.bytes) : file;
}
