import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decimalPatternStart } from "../../../src/decimal-pattern-start.js";
import { schemaDocument } from "../../../src/mock/schema-document.js";
import { diskHost } from "../../../src/read/hosts/disk-host.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readSource } from "../../../src/read/read-source.js";
import type { SourceHost } from "../../../src/read/source-host.js";
import type { ChainToVerify } from "../../../src/verify/compare-chain.js";
import { changesOf } from "../changes-of.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const text = readFileSync(`${folder}decimals_chain.py`, "utf8");
/** What the model server answers, which a test of conformance sees to. */
const recorded = JSON.parse(readFileSync(`${folder}document.json`, "utf8")) as unknown;

function read(host: SourceHost): ChainToVerify {
  const { signature, documentedResult } = readSource(host, "decimals_chain.py", { documentedResult: true });
  if (signature === undefined || documentedResult === undefined) throw new Error("The chain cannot be read");
  return { signature, documentedResult };
}

const chain = read(diskHost(folder));

test("bounds of Decimals are no difference, whatever they stand in", () => {
  expect(changesOf(chain, recorded)).toStrictEqual([]);
  expect(changesOf({ signature: chain.signature }, recorded)).toStrictEqual([]);
});

test("a document of a pydantic that writes no patterns for Decimals is no other one", () => {
  const isOfDecimal = (key: string, value: unknown): boolean =>
    key === "pattern" && String(value).startsWith(decimalPatternStart);
  const document: unknown = JSON.parse(JSON.stringify(recorded), (key, value: unknown) =>
    isOfDecimal(key, value) ? undefined : value,
  );
  expect(document).not.toStrictEqual(recorded);
  expect(changesOf(chain, document)).toStrictEqual([]);
});

test("the mock serves the very document that the model server does", () => {
  expect(schemaDocument(chain.signature, chain.documentedResult)).toMatchObject(recorded as object);
});

describe("a bound that was changed since is found", () => {
  test.each([
    ["a field", "Field(ge=0)", "Field(ge=1)", "amount"],
    ["an optional field", "gt=0, lt=1", "gt=0, lt=2", "tax"],
    ["an item", 'multiple_of=Decimal("0.05")', 'multiple_of=Decimal("0.1")', "steps[]"],
    [
      "a value of a dictionary",
      "rates: dict[str, Annotated[Decimal, pydantic.Field(gt=0)]]",
      "rates: dict[str, Decimal]",
      "rates.*",
    ],
    ["condecimal", "condecimal(le=100", "condecimal(le=50", "limit"],
  ])("of %s", (_what, old, edited, place) => {
    const changes = changesOf(read(memoryHost({ "decimals_chain.py": text.replace(old, edited) })), recorded);
    expect(changes.map((change) => change.split(": ")[0])).toContain(`input.money.${place}`);
    expect(changes.every((change) => change.includes(`${place}: `))).toBe(true);
  });
});
