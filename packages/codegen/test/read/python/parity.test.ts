import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Column,
  columns,
  loadCases,
  type PydanticCase,
  readTarget,
  withoutNamesOfNumbers,
} from "./pydantic-cases.js";

const { prelude, cases } = loadCases();
const pending = JSON.parse(readFileSync(new URL("parity-pending.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

/** Cases whose schemas are pydantic's and do not say what the server takes or sends; a warning tells why. */
const warned: Readonly<Record<Warning, readonly number[]>> = {
  "TC221 in both": [364, 367, 370],
  "TC242 in the input": [70, 73, 89, 138, 247, 255, 295, 313, 330, 360, 429, 430, 470, 491],
  "TC242 in the output": [40, 296, 297, 307, 340, 341, 354, 368, 375, 462, 490],
  "TC242 in both": [41, 88, 165, 240, 305, 353, 456, 487, 488],
};

type Warning = `TC${number} in ${"the input" | "the output" | "both"}`;

/** The codes that a case is warned of with, in one of its schemas. */
function warningsOf({ id }: PydanticCase, column: Column): ReadonlySet<string> {
  const side = column === "validation" ? "the input" : "the output";
  const entries = Object.entries(warned).filter(([, ids]) => ids.includes(id));
  return new Set(entries.flatMap(([name]) => (/ in both$/.test(name) || name.endsWith(side) ? name.slice(0, 5) : [])));
}

/** What differs from pydantic in one schema of a case, or `undefined` where nothing does. */
function difference(subject: PydanticCase, column: Column): unknown {
  const { schema, diagnostics } = readTarget(prelude + subject.code, subject.target, columns[column], subject.files);
  const expected = subject[column];
  if (expected === undefined) {
    const isRefused = diagnostics.some((diagnostic) => diagnostic.severity === "error");
    return isRefused ? undefined : { column, schema, expected: "an error diagnostic" };
  }
  const warnings = new Set(diagnostics.map(({ code }) => code));
  const isWarned = isDeepStrictEqual(warnings, warningsOf(subject, column));
  const isEqual = isDeepStrictEqual(withoutNamesOfNumbers(schema), expected) && isWarned;
  return isEqual ? undefined : { column, schema, expected, diagnostics };
}

function differences(subject: PydanticCase): readonly unknown[] {
  const names: readonly Column[] = ["validation", "serialization", "wire"];
  return names.map((column) => difference(subject, column)).filter((found) => found !== undefined);
}

/** The results by section of what pydantic can do: how many cases hold, and how many do not. */
const results = new Map<string, { held: number; not: number }>();

function checked(subject: PydanticCase): readonly unknown[] {
  const found = differences(subject);
  const { held, not } = results.get(subject.section) ?? { held: 0, not: 0 };
  const isHeld = found.length === 0;
  results.set(subject.section, { held: held + (isHeld ? 1 : 0), not: not + (isHeld ? 0 : 1) });
  return found;
}

afterAll(() => {
  const lines = [...results].map(([section, { held, not }]) => `${section.padEnd(50)} ${held} held, ${not} not`);
  process.stdout.write(`Parity with pydantic:\n${lines.sort().join("\n")}\n`);
});

const readable = cases.filter((subject) => subject.static !== "no");
const held = readable.filter((subject) => pending[subject.id] === undefined);
const waiting = readable.filter((subject) => pending[subject.id] !== undefined);

describe("the three schemas of a feature are those of pydantic", () => {
  test.each(held.map((subject) => [subject.id, subject.label, subject] as const))(
    "case %i: %s",
    (_id, _label, subject) => {
      expect(checked(subject)).toStrictEqual([]);
    },
  );
});

describe("a case that does not hold yet is struck off the list as soon as it does", () => {
  test.each(waiting.map((subject) => [subject.id, subject.label, subject] as const))(
    "case %i: %s",
    (_id, _label, subject) => {
      expect(checked(subject)).not.toStrictEqual([]);
    },
  );

  test("every entry of the list is a case", () => {
    expect(waiting.map((subject) => String(subject.id))).toStrictEqual(Object.keys(pending));
  });
});

describe("a case that only running Python can tell is reported", () => {
  const impossible = cases.filter((subject) => subject.static === "no");

  test.each(impossible.map((subject) => [subject.id, subject.label, subject] as const))(
    "case %i: %s",
    (_id, _label, subject) => {
      const { diagnostics } = readTarget(prelude + subject.code, subject.target, columns.validation);
      const isRefused = (subject.error ?? subject.validation_error) !== undefined;
      const advice = diagnostics.filter(({ help }) => help?.includes("`--introspect`") === true);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect(isRefused ? [...errors, ...advice] : advice).not.toStrictEqual([]);
      expect(diagnostics.map(({ code }) => code).filter((code) => !/^TC(21[0234]|242)$/.test(code))).toStrictEqual([]);
    },
  );
});
