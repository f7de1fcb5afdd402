import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type Diagnostic, error, type Location } from "../diagnostics/diagnostic.js";

/**
 * Words why the module of a config cannot be loaded. What it throws is shown with the place in the config where it comes
 * from, and without a stack trace.
 *
 * @param path - absolute.
 * @param file - the same, as it is shown.
 */
export function moduleProblem(path: string, file: string, cause: unknown): Diagnostic {
  const [text = ""] = messageOf(cause).trim().split("\n");
  return error("TC602", `${file} cannot be loaded: ${text.trim() || "it throws, and does not say why"}`, {
    location: { file, ...placeOf(path, cause) },
    help: helpOn(text),
  });
}

/** A package that is named by itself is one to install: in a fresh clone, all of them are. */
function helpOn(text: string): string {
  const [, name] = /^Cannot find (?:package|module) '((?:@[^/']+\/)?[^./'][^/']*)/.exec(text) ?? [];
  return name === undefined ? "mend the config, or what it imports" : `install ${name}, or mend what imports it`;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * A syntax error of TypeScript has its place in its message, one that is thrown in its stack, others in neither. Columns
 * are left out: in TypeScript they may be those of what it is compiled to.
 */
function placeOf(path: string, cause: unknown): Omit<Location, "file"> {
  const text = cause instanceof Error ? (cause.stack ?? "") : "";
  return placeIn(text, path) ?? (cause instanceof SyntaxError ? placeIn(checkedByNode(path), path) : undefined) ?? {};
}

function placeIn(text: string, path: string): Omit<Location, "file"> | undefined {
  const behind = text.replaceAll(pathToFileURL(path).href, path).split(path).slice(1);
  const [line] = behind.flatMap((after) => /^:(\d+)/.exec(after)?.[1] ?? []);
  return line === undefined ? undefined : { line: Number(line) };
}

/** Node tells the line of a syntax error on its terminal alone. */
function checkedByNode(path: string): string {
  return spawnSync(process.execPath, ["--check", path], { encoding: "utf8" }).stderr;
}
