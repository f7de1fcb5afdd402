import { expect, test } from "vitest";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";
import { compareChain } from "../../src/verify/compare-chain.js";
import { readDocument } from "../../src/verify/read-document.js";

const source = `from enum import Enum
import pydantic
import truss_chains as chains

class Color(str, Enum):
    red = "red"
    blue = "blue"

class Counts(pydantic.BaseModel):
    by_color: dict[Color, int]

class Count(chains.ChainletBase):
    async def run_remote(self, wanted: dict[Color, str]) -> Counts: ...
`;

const { signature, documentedResult } = readSource(memoryHost({ "count.py": source }), "count.py", {
  documentedResult: true,
  lenient: true,
});

/** What pydantic gives for them: before 2.10 nothing for the keys. */
const keys = { propertyNames: { $ref: "#/$defs/Color" } };
const $defs = { Color: { enum: ["red", "blue"], title: "Color", type: "string" } };

function documentOf(wanted: object, byColor: object) {
  return {
    input_schema: {
      $defs,
      properties: { wanted: { additionalProperties: { type: "string" }, title: "Wanted", type: "object", ...wanted } },
      required: ["wanted"],
      title: "CountInput",
      type: "object",
    },
    output_schema: {
      $defs,
      properties: {
        by_color: { additionalProperties: { type: "integer" }, title: "By Color", type: "object", ...byColor },
      },
      required: ["by_color"],
      title: "Counts",
      type: "object",
    },
    supports_streaming: false,
  };
}

function compare(document: object, isExact: boolean) {
  if (signature === undefined || documentedResult === undefined) throw new Error("The source cannot be read");
  const read = readDocument("the document", new TextEncoder().encode(JSON.stringify(document)));
  if (!read.ok) throw new Error("The document cannot be read");
  const compared = compareChain(isExact ? { signature, documentedResult } : { signature }, read.chain);
  if (!compared.ok) throw new Error("They cannot be compared");
  const { diff, notCompared } = compared.verification;
  return { changes: diff.changes.map(({ place, rule }) => `${place}: ${rule}`), notCompared };
}

test.each([true, false])("keys that pydantic before 2.10 leaves out are not compared, and that is told", (isExact) => {
  const { changes, notCompared } = compare(documentOf({}, {}), isExact);
  expect(changes).toStrictEqual([]);
  expect(notCompared).toContain("input.wanted: its keys, which pydantic before 2.10 says nothing of");
  expect(notCompared).toContain("output.by_color: its keys, which pydantic before 2.10 says nothing of");
});

test("keys are compared where the document says some: then those that it leaves out are any text", () => {
  expect(compare(documentOf(keys, keys), true)).toStrictEqual({ changes: [], notCompared: [] });
  const { changes, notCompared } = compare(documentOf(keys, {}), true);
  expect(changes).toContain("output.by_color.red: output-key-removed");
  expect(notCompared).toStrictEqual([]);
});

test("values are compared all the same", () => {
  const other = documentOf({ additionalProperties: { type: "integer" } }, {});
  expect(compare(other, true).changes).toStrictEqual(["input.wanted.*: input-changed"]);
});
