import increment from "semver/functions/inc.js";
import parse from "semver/functions/parse.js";
import type { ChangeLevel } from "./rules.js";

/**
 * The next version of a package after changes of a level, by semantic versioning.
 *
 * Before 1.0.0 the second number is the one that says that callers break, as in `^0.2.0`: a major change bumps that
 * one, all others the third. A prerelease stays one, with its last number bumped: it promises nothing yet. `none` leaves
 * the version as it is.
 *
 * @throws RangeError if the text is not a version such as `1.2.3`.
 */
export function bumpVersion(version: string, level: ChangeLevel): string {
  const parsed = parse(version);
  if (parsed === null) throw new RangeError(`${version} is not a version, such as 1.2.3.`);
  if (level === "none") return version;
  const isPrerelease = parsed.prerelease.length > 0;
  const beforeFirst = level === "major" ? "minor" : "patch";
  const next = increment(version, isPrerelease ? "prerelease" : parsed.major === 0 ? beforeFirst : level);
  if (next === null) throw new RangeError(`${version} has no next version.`);
  return next;
}
