import { type Diagnostic, error, type Location } from "../../diagnostics/diagnostic.js";
import { type JsonFile, parseJsonFile } from "../json/json-file.js";
import { readFile } from "../read-file.js";
import type { SourceHost } from "../source-host.js";

/** The JSON documents of one run: each is read once, and every path asked for is remembered. */
export interface Documents {
  /** `undefined` where it cannot be read or parsed; the problem has been reported, that of a missing file where `locate` says. */
  load(file: string, locate?: () => Location): JsonFile | undefined;
  readonly filesRead: readonly string[];
}

/** Opens documents of a host on demand. */
export function openDocuments(host: SourceHost, report: (diagnostic: Diagnostic) => void): Documents {
  const loaded = new Map<string, JsonFile | undefined>();
  const filesRead: string[] = [];
  const loadOnce = (file: string, locate: (() => Location) | undefined): JsonFile | undefined => {
    filesRead.push(file);
    if (locate !== undefined && !host.exists(file)) {
      report(missing(file, locate()));
      return undefined;
    }
    const reading = readFile(host, file);
    const parsed = reading.ok ? parseJsonFile(file, reading.bytes) : reading;
    if (parsed.ok) return parsed.json;
    report(parsed.diagnostic);
    return undefined;
  };
  return {
    filesRead,
    load(file, locate) {
      if (!loaded.has(file)) loaded.set(file, loadOnce(file, locate));
      return loaded.get(file);
    },
  };
}

function missing(file: string, location: Location): Diagnostic {
  return error("TC114", `the reference leads to ${file}, which does not exist`, {
    location,
    help: "correct it, or add the file",
  });
}
