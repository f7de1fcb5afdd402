import isGreater from "semver/functions/gt.js";
import isAtLeast from "semver/functions/gte.js";
import parse from "semver/functions/parse.js";
import { bumpVersion } from "../../diff/bump-version.js";
import type { ChangeLevel } from "../../diff/rules.js";

/** The version that a package is to have after changes of a level: its own, where that has been raised far enough. */
export function raisedVersion(before: string, now: string, level: ChangeLevel): string {
  if (level === "none" || isRaised(before, now, level)) return now;
  return bumpVersion(before, level);
}

/** Whether a version says that there are changes of a level. A prerelease says what the release after it will. */
export function isRaised(before: string, now: string, level: ChangeLevel): boolean {
  const parsed = parse(now);
  if (parsed === null || !isGreater(now, before)) return false;
  const { major, minor, patch } = parsed;
  return isAtLeast(`${major}.${minor}.${patch}`, bumpVersion(before, level));
}
