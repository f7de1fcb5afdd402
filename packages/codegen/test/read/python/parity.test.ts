import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { type Column, columns, loadCases, type PydanticCase, readTarget } from "./pydantic-cases.js";

const { prelude, cases } = loadCases();
const pending = JSON.parse(readFileSync(new URL("parity-pending.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

/** What differs from pydantic in one schema of a case, or `undefined` where nothing does. */
function difference(subject: PydanticCase, column: Column): unknown {
  const { schema, diagnostics } = readTarget(prelude + subject.code, subject.target, columns[column], subject.files);
  const expected = subject[column];
  if (expected === undefined) {
    const isRefused = diagnostics.some((diagnostic) => diagnostic.severity === "error");
    return isRefused ? undefined : { column, schema, expected: "an error diagnostic" };
  }
  const isEqual = isDeepStrictEqual(schema, expected) && diagnostics.length === 0;
  return isEqual ? undefined : { column, schema, expected, diagnostics };
}

function differences(subject: PydanticCase): readonly unknown[] {
  const names: readonly Column[] = ["validation", "serialization", "wire"];
  return names.map((column) => difference(subject, column)).filter((found) => found !== undefined);
}

const readable = cases.filter((subject) => subject.static !== "no");
const held = readable.filter((subject) => pending[subject.id] === undefined);
const waiting = readable.filter((subject) => pending[subject.id] !== undefined);

describe("the three schemas of a feature are those of pydantic", () => {
  test.each(held.map((subject) => [subject.id, subject.label, subject] as const))(
    "case %i: %s",
    (_id, _label, subject) => {
      expect(differences(subject)).toStrictEqual([]);
    },
  );
});

describe("a case that does not hold yet is struck off the list as soon as it does", () => {
  test.each(waiting.map((subject) => [subject.id, subject.label, subject] as const))(
    "case %i: %s",
    (_id, _label, subject) => {
      expect(differences(subject)).not.toStrictEqual([]);
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
      expect(diagnostics.length).toBeGreaterThan(0);
    },
  );
});
