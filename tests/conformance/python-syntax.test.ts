import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { parseModule } from "../../packages/codegen/src/read/python/syntax/parse.js";
import { describeStructure } from "./python/structure.js";

const script = fileURLToPath(new URL("python/structure.py", import.meta.url));
const python = process.env["TYPED_CHAINS_PYTHON"] ?? "python3";

type Row = readonly unknown[];

/** What CPython sees in its standard library, by path. */
function readReference(): Map<string, readonly Row[]> {
  try {
    const output = execFileSync(python, [script], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const lines = output.trimEnd().split("\n");
    return new Map(lines.map((line) => JSON.parse(line) as [string, Row[]]));
  } catch (cause) {
    const message = `This test needs Python 3.11 or later, and "${python}" is none that runs: set TYPED_CHAINS_PYTHON to one.`;
    throw new Error(message, { cause });
  }
}

/** The first rows that differ, of each side; nothing where the two agree. */
function compare(path: string, expected: readonly Row[]): object | undefined {
  const module = parseModule(readFileSync(path));
  const ours = describeStructure(module).map((row) => JSON.stringify(row));
  const theirs = expected.map((row) => JSON.stringify(row));
  const index = theirs.findIndex((row, position) => row !== ours[position]);
  if (index < 0 && ours.length === theirs.length) return undefined;
  const position = index < 0 ? theirs.length : index;
  return { path, expected: theirs[position], received: ours[position] };
}

describe("the Python parser, over CPython's standard library", () => {
  let reference = new Map<string, readonly Row[]>();

  beforeAll(() => {
    reference = readReference();
  });

  it("reads every file that CPython reads, and sees the same declarations in it", () => {
    const mismatches: object[] = [];
    const failures: object[] = [];
    for (const [path, expected] of reference) {
      try {
        const mismatch = compare(path, expected);
        if (mismatch !== undefined) mismatches.push(mismatch);
      } catch (error) {
        failures.push({ path, error: String(error) });
      }
    }
    expect(reference.size).toBeGreaterThan(500);
    expect({ failures, mismatches }).toStrictEqual({ failures: [], mismatches: [] });
  });
});
