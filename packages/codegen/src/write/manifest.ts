import { sha256 } from "../hash.js";
import { mergeSides } from "./merge-sides.js";

/** The name of the manifest in a client's folder. */
export const manifestName = ".typed-chains.json";

/** The files that a run wrote, by path, with the hash of their text. */
export type Manifest = ReadonlyMap<string, string>;

/** What runs wrote, on both sides of a merge. */
export interface Written {
  readonly paths: ReadonlySet<string>;
  /** Of whichever file: git moves texts to the other name where both sides have renamed one. */
  readonly hashes: ReadonlySet<string>;
}

/** The hash of a text, whatever its line ends are: git may change them on checkout. */
export function hashText(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n"));
}

/** The manifest of files, by their texts. */
export function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  return new Map([...files].map(([path, text]) => [path, hashText(text)]));
}

/** The manifest as text: sorted, a line a file, so that two branches merge well. */
export function manifestText(manifest: Manifest): string {
  const hashes = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ formatVersion: 1, files: Object.fromEntries(hashes) }, undefined, 2)}\n`;
}

/** Reads a manifest. One that is damaged counts as none: then nothing is known to be ours, and nothing is removed. */
export function parseManifest(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    const files: unknown = typeof value === "object" && value !== null && "files" in value ? value.files : undefined;
    const entries = typeof files === "object" && files !== null ? Object.entries<unknown>({ ...files }) : [];
    return new Map(entries.flatMap(([path, hash]) => (typeof hash === "string" ? [[path, hash] as const] : [])));
  } catch {
    return new Map();
  }
}

/** What several manifests name. */
export function writtenIn(manifests: readonly Manifest[]): Written {
  const files = manifests.flatMap((manifest) => [...manifest]);
  return { paths: new Set(files.map(([path]) => path)), hashes: new Set(files.map(([, hash]) => hash)) };
}

/** Whether a text is what a run wrote, or what git has put together of two such texts. */
export function isWritten(text: string, hashes: ReadonlySet<string>): boolean {
  return mergeSides(text).every((side) => hashes.has(hashText(side)));
}
