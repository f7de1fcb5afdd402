import type { SourceHost } from "../../source-host.js";
import { type ParsedFile, parseBytes, parseFile } from "./parse-file.js";

/** So many modules are kept: what many chains of a run share is read once, and memory stays flat. */
const mostKept = 300;

interface Kept {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFile;
}

const keptOfHosts = new WeakMap<SourceHost, Map<string, Kept>>();

/** Parses a module that chains may share. One that has not changed since is not parsed again. */
export function parseShared(host: SourceHost, path: string): ParsedFile {
  const read = host.read(path);
  if (!read.ok) return parseFile(host, path);
  const kept = keptOfHosts.get(host) ?? new Map<string, Kept>();
  keptOfHosts.set(host, kept);
  const before = kept.get(path);
  if (before !== undefined && isEqual(before.bytes, read.bytes)) return before.parsed;
  const parsed = parseBytes(path, read.bytes);
  kept.delete(path);
  kept.set(path, { bytes: read.bytes, parsed });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return parsed;
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left === right || Buffer.compare(left, right) === 0;
}
