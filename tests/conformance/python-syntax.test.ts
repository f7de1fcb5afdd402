import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { parseModule } from "../../packages/codegen/src/read/python/syntax/parse.js";
import { describeFormattedString, describeStructure } from "./python/structure.js";

const script = fileURLToPath(new URL("python/structure.py", import.meta.url));
const python = process.env["TYPED_CHAINS_PYTHON"] ?? "python3";

type Row = readonly unknown[];

/** What CPython sees in a file. */
interface Reference {
  readonly path: string;
  readonly rows: readonly Row[];
  /** The f-strings as they are written, each with its parts. */
  readonly formatted: readonly (readonly [text: string, parts: Row])[];
}

/** What CPython sees in its standard library. */
function readReference(): readonly Reference[] {
  try {
    const output = execFileSync(python, [script], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const lines = output.trimEnd().split("\n");
    return lines.map((line) => {
      const [path, rows, formatted] = JSON.parse(line) as [string, Row[], [string, Row][]];
      return { path, rows, formatted };
    });
  } catch (cause) {
    const message = `This test needs Python 3.11 or later, and "${python}" is none that runs: set TYPED_CHAINS_PYTHON to one.`;
    throw new Error(message, { cause });
  }
}

/** The first rows that differ, of each side; nothing where the two agree. */
function compare({ path, rows: expected }: Reference): object | undefined {
  const module = parseModule(readFileSync(path));
  const ours = describeStructure(module).map((row) => JSON.stringify(row));
  const theirs = expected.map((row) => JSON.stringify(row));
  const index = theirs.findIndex((row, position) => row !== ours[position]);
  if (index < 0 && ours.length === theirs.length) return undefined;
  const position = index < 0 ? theirs.length : index;
  return { path, expected: theirs[position], received: ours[position] };
}

describe("the Python parser, over CPython's standard library", () => {
  let reference: readonly Reference[] = [];

  beforeAll(() => {
    reference = readReference();
  });

  it("reads every file that CPython reads, and sees the same declarations in it", () => {
    const mismatches: object[] = [];
    const failures: object[] = [];
    for (const file of reference) {
      try {
        const mismatch = compare(file);
        if (mismatch !== undefined) mismatches.push(mismatch);
      } catch (error) {
        failures.push({ path: file.path, error: String(error) });
      }
    }
    expect(reference.length).toBeGreaterThan(500);
    expect({ failures, mismatches }).toStrictEqual({ failures: [], mismatches: [] });
  });

  it("takes every f-string apart as CPython does", () => {
    const strings = reference.flatMap((file) => file.formatted);
    const mismatches = strings.flatMap(([text, expected]) => {
      const received = describeFormattedString(parseModule(new TextEncoder().encode(`(${text}\n)`)));
      return JSON.stringify(received) === JSON.stringify(expected) ? [] : [{ text, expected, received }];
    });
    expect(strings.length).toBeGreaterThan(1000);
    expect(mismatches).toStrictEqual([]);
  });
});
