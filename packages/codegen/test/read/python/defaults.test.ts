import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../src/signature.js";
import { columns, readTarget } from "./pydantic-cases.js";

/** A default with what pydantic makes of it; `about`, in the file, says what the members mean. */
interface DefaultCase {
  readonly type: string;
  readonly value: string;
  readonly inside?: true;
  readonly lost?: true;
  readonly default?: JsonValue;
  readonly validation?: JsonValue;
  readonly serialization?: JsonValue;
}

const file = new URL("../../../../../fixtures/pydantic/defaults.json", import.meta.url);
const { prelude, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly prelude: string;
  readonly cases: readonly DefaultCase[];
};

/** The default that a schema of the model shows, and the codes of what was reported. */
function read({ type, value, inside }: DefaultCase, column: "validation" | "serialization") {
  const code =
    inside === true
      ? `class W(BaseModel):\n    x: ${type}\nclass M(BaseModel):\n    x: W = W(x=${value})\n`
      : `class M(BaseModel):\n    x: ${type} = ${value}\n`;
  const { schema, diagnostics } = readTarget(`${prelude}\n${code}`, "M", columns[column]);
  const field = schema.properties?.["x"];
  return {
    shown: typeof field === "object" ? field.default : undefined,
    // What a type says beside the truth has nothing to do with how its default is shown, nor has its fitting the type.
    codes: diagnostics.map((diagnostic) => diagnostic.code).filter((code) => code !== "TC242" && code !== "TC230"),
  };
}

function titled(subjects: readonly DefaultCase[]): readonly (readonly [string, DefaultCase])[] {
  return subjects.map((subject) => {
    const title = `${subject.type} = ${subject.value}${subject.inside === true ? ", inside a model" : ""}`;
    return [title, subject] as const;
  });
}

describe("a default is shown as pydantic shows it, without a word", () => {
  test.each(titled(cases.filter((subject) => subject.lost !== true)))("%s", (_title, subject) => {
    for (const column of ["validation", "serialization"] as const) {
      const expected = subject.default === undefined ? subject[column] : subject.default;
      expect(read(subject, column)).toStrictEqual({ shown: expected, codes: [] });
    }
  });
});

describe("a default that is not worked out is left out, and that is said", () => {
  test.each(titled(cases.filter((subject) => subject.lost === true)))("%s", (_title, subject) => {
    const validation = read(subject, "validation");
    const serialization = read(subject, "serialization");
    expect(validation.shown).toStrictEqual(subject.validation);
    expect(serialization.shown).toBeUndefined();
    expect([...validation.codes, ...serialization.codes]).toContain("TC213");
  });
});
