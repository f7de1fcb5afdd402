import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { type Column, columns, loadCases, type PydanticCase, readTarget } from "./pydantic-cases.js";

const { prelude, cases } = loadCases();
const pending = JSON.parse(readFileSync(new URL("parity-pending.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

/** Cases whose schemas are pydantic's and may still not say what is sent; a warning tells why. */
const warned: Readonly<Record<number, string>> = { 364: "TC221", 367: "TC221", 370: "TC221" };

/** What differs from pydantic in one schema of a case, or `undefined` where nothing does. */
function difference(subject: PydanticCase, column: Column): unknown {
  const { schema, diagnostics } = readTarget(prelude + subject.code, subject.target, columns[column], subject.files);
  const expected = subject[column];
  if (expected === undefined) {
    const isRefused = diagnostics.some((diagnostic) => diagnostic.severity === "error");
    return isRefused ? undefined : { column, schema, expected: "an error diagnostic" };
  }
  const isEqual = isDeepStrictEqual(schema, expected) && diagnostics.every(({ code }) => code === warned[subject.id]);
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

describe("a case whose schemas may not say what is sent is warned of", () => {
  test.each(
    held.filter((subject) => warned[subject.id] !== undefined).map((subject) => [subject.id, subject] as const),
  )("case %i", (_id, subject) => {
    const { diagnostics } = readTarget(prelude + subject.code, subject.target, columns.wire);
    expect(diagnostics.map(({ code }) => code)).toContain(warned[subject.id]);
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
      expect(diagnostics.map(({ code }) => code).filter((code) => !/^TC21[0234]$/.test(code))).toStrictEqual([]);
    },
  );
});
