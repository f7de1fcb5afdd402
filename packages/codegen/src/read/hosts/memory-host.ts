import { posix } from "node:path";
import type { SourceHost } from "../source-host.js";

/** A host that holds its files in memory, by path relative to its root. */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>): SourceHost {
  const contents = new Map(Object.entries(files).map(([path, content]) => [posix.normalize(path), bytesOf(content)]));
  const isFolder = (path: string): boolean => [...contents.keys()].some((name) => name.startsWith(`${path}/`));
  return {
    read(path) {
      const name = posix.normalize(path);
      const bytes = contents.get(name);
      if (bytes !== undefined) return { ok: true, bytes };
      return { ok: false, reason: isFolder(name) ? "not-a-file" : "missing" };
    },
    exists: (path) => contents.has(posix.normalize(path)),
    at: () => ({ ok: false, reason: "no-repository" }),
    realPath(path) {
      const name = posix.normalize(path);
      return contents.has(name) || name === "." || isFolder(name) ? name : undefined;
    },
    list(path) {
      const folder = posix.normalize(path);
      const prefix = folder === "." ? "" : `${folder}/`;
      const names = [...contents.keys()].filter((name) => name.startsWith(prefix));
      return [...new Set(names.map((name) => name.slice(prefix.length).split("/")[0] ?? ""))].sort();
    },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
