import { expect, test } from "vitest";
import { bumpVersion } from "../../src/diff/bump-version.js";
import type { ChangeLevel } from "../../src/diff/rules.js";

test.each<[string, ChangeLevel, string]>([
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "none", "1.2.3"],
  ["0.1.0", "major", "0.2.0"],
  ["0.1.0", "minor", "0.1.1"],
  ["0.1.4", "patch", "0.1.5"],
  ["0.0.3", "major", "0.1.0"],
  ["2.0.0-beta.1", "major", "2.0.0-beta.2"],
  ["2.0.0-beta.1", "none", "2.0.0-beta.1"],
])("%s after %s changes is %s", (version, level, next) => {
  expect(bumpVersion(version, level)).toBe(next);
});

test.each(["", "1.2", "latest", "^1.2.3"])("%j is no version", (text) => {
  expect(() => bumpVersion(text, "minor")).toThrow(RangeError);
});
