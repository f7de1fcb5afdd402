import { sep } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { SourceHost } from "./source-host.js";

/** The bytes of a source, or why there are none. */
export type FileReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads a source and words what can be wrong with it: missing, a folder, unreadable. */
export function readFile(host: SourceHost, path: string): FileReading {
  const result = host.read(path);
  if (result.ok) return result;
  const location = { file: path };
  switch (result.reason) {
    case "missing":
      return failed(error("TC101", `${path} does not exist`, { location, help: missingHelp(path) }));
    case "not-a-file":
      return failed(
        error("TC103", `${path} is not a file but a folder or a device`, {
          location,
          help: "name the file itself",
        }),
      );
    case "unreadable":
      return failed(
        error("TC102", `${path} cannot be read (${result.detail ?? "no reason was given"})`, {
          location,
          help: "check its permissions",
        }),
      );
  }
}

function missingHelp(path: string): string {
  // In a config, a path has one slash where two were written.
  if (/^https?:\//.test(path)) return "only a path is possible: save what the address answers, and name that file";
  // `main:chain.py` is how git itself writes a file of a revision. One letter is a drive of Windows.
  if (/^(?!git:)[^:\\]{2,}:(?!\/)[^:\\]+$/.test(path)) return `for a file of a revision, write git:${path}`;
  if (/[*?]/.test(path)) return `put a glob that the shell does not expand into a config: { source: "${path}" }`;
  if (sep === "/" && path.includes("\\")) return "write / between folders, which Windows accepts too";
  return "check the path and the current folder";
}

function failed(diagnostic: Diagnostic): FileReading {
  return { ok: false, diagnostic };
}
