import { expect, test } from "vitest";
import { someOf } from "../../../../tests/support/thoroughness.js";
import { schemaDocument } from "../../src/mock/schema-document.js";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";
import type { JsonSchemaObject } from "../../src/signature.js";
import type { ChainToVerify } from "../../src/verify/compare-chain.js";
import { loadCases, type PydanticCase } from "../read/python/pydantic-cases.js";
import { changesOf } from "./changes-of.js";

const { prelude, cases } = loadCases();

/** Cases with a type that JSON Schema does not have: no document with it can be read. */
const unreadable = [240, 373, 374];

/** A chain that takes what a case is about, and gives it back. */
function chainOf({ code, target, files }: PydanticCase): ChainToVerify {
  const text = `${prelude}${code}
import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, value: ${target}) -> ${target}:
        ...
`;
  const host = memoryHost({ ...files, "hello.py": text });
  const options = { entrypoint: "Hello", documentedResult: true, lenient: true };
  const { signature, documentedResult, diagnostics } = readSource(host, "hello.py", options);
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return { signature, ...(documentedResult && { documentedResult }) };
}

/** The document that the model server makes of the schemas that pydantic gives. */
function recordedDocument({ signature }: ChainToVerify, { $defs = {}, ...model }: JsonSchemaObject): unknown {
  const value = signature.input?.properties?.["value"];
  const reference = typeof value === "object" ? value.$ref : undefined;
  const isOwn = reference === undefined || model.$ref !== undefined;
  const schema = isOwn ? model : { $ref: reference };
  const definitions = isOwn ? $defs : { ...$defs, [reference.replace("#/$defs/", "")]: model };
  return {
    input_schema: { $defs: definitions, properties: { value: schema }, required: ["value"], type: "object" },
    output_schema: { ...schema, $defs: definitions },
    supports_streaming: false,
  };
}

test("a source is what runs, by the document that pydantic makes of it and by that of its mock", () => {
  const tried = cases.filter(({ id, static: isStatic }) => isStatic === "yes" && !unreadable.includes(id));
  const compared = someOf(tried, 3).flatMap((recorded) => {
    const { id, validation, wire } = recorded;
    if (validation === undefined || wire === undefined) return [];
    const chain = chainOf(recorded);
    const ofPydantic = changesOf(chain, recordedDocument(chain, validation));
    const ofMock = changesOf(chain, schemaDocument(chain.signature, chain.documentedResult));
    return [{ id, ofPydantic, ofMock }];
  });
  expect(compared.length).toBeGreaterThan(100);
  expect(compared.filter(({ ofPydantic, ofMock }) => ofPydantic.length + ofMock.length > 0)).toStrictEqual([]);
});
