import { sha256 } from "../hash.js";
import { mergeSides } from "./merge-sides.js";

/** The name of the manifest in a client's folder. */
export const manifestName = ".typed-chains.json";

/** What a run wrote to a folder. */
export interface Manifest {
  /** The config that names the folder, as it is seen from there: so it is the same on every machine. */
  readonly config?: string | undefined;
  /** The files, by path, with the hash of their text. */
  readonly files: ReadonlyMap<string, string>;
}

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

/** The hashes of files, by their texts. */
export function hashesOf(files: ReadonlyMap<string, string>): Manifest["files"] {
  return new Map([...files].map(([path, text]) => [path, hashText(text)]));
}

/** The manifest as text: sorted, a line a file, so that two branches merge well. */
export function manifestText({ config, files }: Manifest): string {
  const hashes = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ formatVersion: 1, config, files: Object.fromEntries(hashes) }, undefined, 2)}\n`;
}

/** Reads a manifest: of one in which git has left a conflict, both sides. */
export function parseManifests(text: string): readonly Manifest[] {
  return mergeSides(text).map(parseManifest);
}

/** One that is damaged counts as none: then nothing is known to be ours, and nothing is removed. */
function parseManifest(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    const { config, files }: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
    const entries = typeof files === "object" && files !== null ? Object.entries<unknown>({ ...files }) : [];
    const hashes = entries.flatMap(([path, hash]) => (typeof hash === "string" ? [[path, hash] as const] : []));
    return { ...(typeof config === "string" ? { config } : {}), files: new Map(hashes) };
  } catch {
    return { files: new Map() };
  }
}

/** What several manifests name. */
export function writtenIn(manifests: readonly Manifest[]): Written {
  const files = manifests.flatMap((manifest) => [...manifest.files]);
  return { paths: new Set(files.map(([path]) => path)), hashes: new Set(files.map(([, hash]) => hash)) };
}

/** Whether a text is what a run wrote, or what git has put together of two such texts. */
export function isWritten(text: string, hashes: ReadonlySet<string>): boolean {
  return mergeSides(text).every((side) => hashes.has(hashText(side)));
}
