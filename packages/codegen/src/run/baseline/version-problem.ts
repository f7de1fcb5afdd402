import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { Comparison } from "./comparison.js";
import { versionOf } from "./package-text.js";
import { isRaised, raisedVersion } from "./raised-version.js";

/** What the words of a problem are about. */
export interface VersionWords {
  /** The baseline, as the user wrote it. */
  readonly since: string;
  /** Raises the version. */
  readonly bumpCommand: string;
}

/**
 * What is wrong with the version of a client after changes: it has to be raised by them. Without a version, only a break
 * is wrong.
 *
 * @param before - the version of the package that it was.
 */
export function versionProblem(
  { run: { out, package: named }, client }: GeneratedRun,
  before: string | undefined,
  { level, breaking, compatible }: Comparison,
  { since, bumpCommand }: VersionWords,
): readonly Diagnostic[] {
  if (level === "none") return [];
  const now = versionOf(client.files.get("package.json") ?? "");
  if (named === undefined || before === undefined || now === undefined) {
    return level === "major" ? [breakOf(out, since, breaking)] : [];
  }
  if (isRaised(before, now, level)) return [];
  const needed = `its version must be ${raisedVersion(before, now, level)}, not ${now}`;
  const more = { location: { file: `${out}/package.json` }, help: `run ${bumpCommand}` };
  if (level === "major") {
    const message = `${named.name} breaks its callers since ${since}: ${needed}`;
    return [error("TC406", message, { ...more, notes: breaking })];
  }
  return [error("TC408", `${named.name} has changed since ${since}: ${needed}`, { ...more, notes: compatible })];
}

function breakOf(out: string, since: string, breaking: readonly string[]): Diagnostic {
  return error("TC406", `The client in ${out} breaks its callers since ${since}`, {
    location: { file: out },
    help: "keep what callers use, or change them too and omit --check-breaking for this change",
    notes: breaking,
  });
}
