import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Diagnostic, error, type Location } from "../diagnostics/diagnostic.js";
import { packageFile } from "../package-file.js";
import { fromHere } from "./located-options.js";

/**
 * Words why the module of a config cannot be loaded. What it throws is shown with the place where it comes from, in the
 * config or in what it imports, and without a stack trace.
 *
 * @param path - absolute.
 * @param file - the same, as it is shown.
 */
export function moduleProblem(path: string, file: string, cause: unknown): Diagnostic {
  const [text = ""] = messageOf(cause).trim().split("\n");
  return error("TC602", `${file} cannot be loaded: ${text.trim() || "it throws without saying why"}`, {
    location: placeOf(path, cause) ?? { file },
    help: helpOn(text),
  });
}

/** A package that is named by itself is one to install: in a fresh clone, all of them are. */
function helpOn(text: string): string {
  const [, name] = /^Cannot find (?:package|module) '((?:@[^/']+\/)?[^./'][^/']*)/.exec(text) ?? [];
  return name === undefined ? "fix the config, or what it imports" : `install ${name}, or fix what imports it`;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * A syntax error of TypeScript has its place in its message, one that is thrown in its stack, and what imports nothing is
 * named at the end of the message. Columns are left out: in TypeScript they may be those of what it is compiled to.
 */
function placeOf(path: string, cause: unknown): Location | undefined {
  if (!(cause instanceof Error)) return undefined;
  const found = placeIn(cause.stack ?? "") ?? (cause instanceof SyntaxError ? placeIn(runByNode(path)) : undefined);
  if (found !== undefined) return found;
  const [, importer] = / imported from (.+)$/m.exec(cause.message) ?? [];
  return importer === undefined ? undefined : { file: fromHere(".", importer) };
}

/** A line of a stack or of a message that is about a line of a file: `at run (file:///a/b.js:1:2)`, `/a/b.js:1`. */
const placeLine = /^\s*(?:at (?:.*\()?(?:async )?)?(file:\/\/\/.+?|(?:[a-z]:)?[\\/].+?):(\d+)(?::\d+)?\)?$/i;

/** The first file that is the user's: what packages throw is about how they are used. */
function placeIn(text: string): Location | undefined {
  for (const line of text.split("\n")) {
    const [, where = "", number] = placeLine.exec(line.trimEnd()) ?? [];
    const path = where.startsWith("file:") ? fileURLToPath(where) : where;
    if (path !== "" && !isOfPackage(path)) return { file: fromHere(".", path), line: Number(number) };
  }
  return undefined;
}

function isOfPackage(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path) || ["dist", "src"].some((own) => path.startsWith(packageFile(own)));
}

/** Node tells the file and the line of a syntax error on its terminal alone. It ends there before anything is run. */
function runByNode(path: string): string {
  return spawnSync(process.execPath, [path], { encoding: "utf8", timeout: 10_000 }).stderr;
}
