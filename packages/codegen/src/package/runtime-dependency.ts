import isLower from "semver/functions/lt.js";

/** The package that generated code imports. */
export const runtimeName = "@typed-chains/runtime";

/**
 * The releases of the runtime that generated code runs on, the first that has all that it imports and those after it that
 * break nothing. A test holds it against the runtime's own version.
 */
export const runtimeRange = "^0.1.0";

/** The releases of Node that the runtime runs on. A test holds it against the runtime's own package.json. */
export const nodeRange = ">=20.19.0";

/**
 * The range that a package.json is to have, given the one that it has. What the user wrote stays: `workspace:`, `file:`,
 * a tag, a range of another form. Only a caret range, which is what we write, is raised where it begins too early.
 */
export function rangeOfRuntime(present: string | undefined): string {
  if (present === undefined) return runtimeRange;
  const isCaret = /^\^\d+\.\d+\.\d+$/.test(present);
  return isCaret && isLower(present.slice(1), runtimeRange.slice(1)) ? runtimeRange : present;
}
