import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, error, warning } from "../diagnostics/diagnostic.js";
import { errorCode } from "../error-code.js";
import type { ChainFiles } from "./chain-files.js";
import type { ChainConfig } from "./config.js";
import type { ConfigFile } from "./config-file.js";
import { globFolder } from "./match-files.js";
import { type ConfigPath, placeText } from "./place-text.js";

/** A glob of a config, and what it matches. */
interface Matching {
  readonly chain: ChainConfig;
  readonly path: ConfigPath;
  readonly glob: string;
  readonly matched: readonly string[];
  /** The files that have no chain of their own. */
  readonly own: ChainFiles;
}

/** What is wrong with a glob: it matches nothing, or is given what only one chain can have. */
export function globProblem(
  { chain, path, glob, matched, own: { chains } }: Matching,
  { file, locate }: ConfigFile,
): Diagnostic | undefined {
  if (matched.length === 0) {
    const place = [...path, "source"];
    const message = `${placeText(place)} in ${file} matches no file: ${glob}`;
    return error("TC606", message, {
      location: locate(place),
      help: helpOn(glob, join(dirname(file), globFolder(glob))),
    });
  }
  const key = (["name", "chainId", "chainUrl"] as const).find((name) => chain[name] !== undefined);
  if (key === undefined || chains.length < 2) return undefined;
  const place = [...path, key];
  return error(
    "TC605",
    `${placeText(place)} in ${file} belongs to one chain, but its glob matches ${chains.length} files`,
    {
      location: locate(place),
      help: "list the file it belongs to as a chain of its own; the glob then covers the others",
    },
  );
}

function helpOn(glob: string, folder: string): string {
  if (glob.includes("\\")) {
    return "write / between folders, on Windows too: in a glob, a backslash makes what follows lose its meaning";
  }
  const reason = whyClosed(folder);
  if (reason !== undefined) return `${folder} cannot be looked into (${reason}): make it a folder that may be read`;
  return "correct it; it starts at the folder of the config, and matches nothing in node_modules or dot folders";
}

/** Why a folder that is there cannot be listed. */
function whyClosed(folder: string): string | undefined {
  try {
    readdirSync(folder);
    return undefined;
  } catch (cause) {
    const reason = errorCode(cause);
    return reason === "ENOENT" ? undefined : reason;
  }
}

/** Says which files a glob matches that are no chains, and how to leave them out. */
export function helperNote({ path, own: { helpers } }: Matching, { file, locate }: ConfigFile): Diagnostic | undefined {
  if (helpers.length === 0) return undefined;
  const place = [...path, "source"];
  const message = `${placeText(place)} in ${file} matches files that declare no chainlet, and leaves them out`;
  const help = "write a glob that does not match them, such as `chains/!(helpers|types).py`";
  return warning("TC205", message, { location: locate(place), help, notes: helpers });
}
