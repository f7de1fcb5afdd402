import type { SourceHost } from "../../../src/read/source-host.js";

/** A host whose files are texts. */
export function memoryHost(files: Readonly<Record<string, string>>): SourceHost {
  const text = (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);
  return {
    read: (path) => {
      const found = text(path);
      return found === undefined
        ? { ok: false, reason: "missing" }
        : { ok: true, bytes: new TextEncoder().encode(found) };
    },
    exists: (path) => text(path) !== undefined,
    list: () => Object.keys(files).sort(),
  };
}
