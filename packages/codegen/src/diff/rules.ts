/** How far a change reaches, in the terms of semantic versioning. */
export type ChangeLevel = "major" | "minor" | "patch" | "none";

/**
 * Every kind of change that callers can notice, by its code. `docs/versioning.md` has the same table, with the reasons.
 *
 * The first part of a code says what has changed: what the client exports, what callers give, or what they get.
 */
export const changeRules = {
  "transport-changed": { level: "major", title: "the chain answers in a different way" },
  "file-renamed": { level: "major", title: "the client's file was renamed" },
  "export-renamed": { level: "major", title: "a function or constant was renamed" },
  "export-removed": { level: "major", title: "a function or constant is gone" },
  "export-added": { level: "minor", title: "a function or constant is new" },
  "type-renamed": { level: "major", title: "an exported type was renamed" },
  "type-removed": { level: "major", title: "an exported type is gone" },
  "type-added": { level: "minor", title: "an exported type is new" },

  "input-required-added": { level: "major", title: "a required key is new" },
  "input-optional-added": { level: "minor", title: "an optional key is new" },
  "input-key-removed": { level: "major", title: "a key can no longer be given" },
  "input-now-required": { level: "major", title: "an optional key is now required" },
  "input-now-optional": { level: "minor", title: "a required key is now optional" },
  "input-widened": { level: "minor", title: "more values are accepted" },
  "input-narrowed": { level: "major", title: "fewer values are accepted" },
  "input-changed": { level: "major", title: "different values are accepted" },
  "input-stricter": { level: "major", title: "fewer values are accepted, which types do not show" },
  "input-looser": { level: "minor", title: "more values are accepted, which types do not show" },
  "input-default-changed": { level: "minor", title: "a default has changed" },

  "output-key-added": { level: "minor", title: "a key is new" },
  "output-key-removed": { level: "major", title: "a key is gone" },
  "output-now-optional": { level: "major", title: "a key that was always there may be missing" },
  "output-now-required": { level: "minor", title: "a key that could be missing is always there" },
  "output-widened": { level: "major", title: "there may be other values than before" },
  "output-narrowed": { level: "minor", title: "there are fewer values than before" },
  "output-case-removed": { level: "major", title: "a case or a position that callers can name is gone" },
  "output-changed": { level: "major", title: "there are other values than before" },
  "output-looser": { level: "minor", title: "there may be other values than before, which types do not show" },
  "output-stricter": { level: "patch", title: "there are fewer values than before, which types do not show" },

  "deprecated-changed": { level: "minor", title: "a key is deprecated, or no longer is" },
  "documentation-changed": { level: "patch", title: "the documentation has changed" },
  "text-changed": { level: "patch", title: "the client's text has changed, but nothing changes for callers" },
} as const;

/** The code of a kind of change. */
export type ChangeRule = keyof typeof changeRules;

const levels: readonly ChangeLevel[] = ["none", "patch", "minor", "major"];

/** The level that reaches furthest. */
export function highestLevel(given: Iterable<ChangeLevel>): ChangeLevel {
  return [...given].reduce<ChangeLevel>((a, b) => (levels.indexOf(b) > levels.indexOf(a) ? b : a), "none");
}
