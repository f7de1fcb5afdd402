import v8 from "node:v8";
import { afterEach, expect, test, vi } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import { writeFiles } from "../../../../tests/support/write-files.js";
import { runCommandLine } from "../../src/cli/run.js";
import { keepHeapSmall } from "../../src/run/small-heap.js";
import { inFolder } from "../config/support/temporary-project.js";

captureOutput();
afterEach(() => vi.restoreAllMocks());

/** Generates so many chains, and gives what was set for it. */
async function settingsFor(chains: number): Promise<readonly string[]> {
  const setFlags = vi.spyOn(v8, "setFlagsFromString").mockReturnValue();
  const paths = Array.from({ length: chains }, (_, index) => `chain_${index}.py`);
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(paths.map((path) => [path, "def run_remote() -> str: ...\n"])));
  expect(await inFolder(folder, async () => await runCommandLine(["generate", ...paths, "--out", "out"]))).toBe(0);
  return setFlags.mock.calls.map(([flag]) => flag);
}

test("memory is kept flat for more than a hundred chains only: it costs time", async () => {
  expect(await settingsFor(100)).toStrictEqual([]);
  expect(await settingsFor(101)).toStrictEqual(["--optimize-for-size", "--semi-space-growth-factor=1"]);
});

test("an engine that has no such settings generates as well", () => {
  vi.spyOn(v8, "setFlagsFromString").mockImplementation(() => {
    throw new Error("not implemented");
  });
  expect(() => keepHeapSmall(1000)).not.toThrow();
});
