import { expect, test } from "vitest";
import { fixtureCases } from "../../../../tests/support/fixture-cases.js";
import type { ChainSource } from "../../src/chain-source.js";
import { readChain } from "../../src/generate.js";
import { schemaDocument } from "../../src/mock/schema-document.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import type { SourceReading } from "../../src/read/read-result.js";
import { changesOf } from "./changes-of.js";

function read(folder: string, source: ChainSource): SourceReading {
  if ("schemas" in source) return readChain(diskHost(folder), source);
  const { path, options } = source;
  return readChain(diskHost(folder), { path, options: { ...options, documentedResult: true } });
}

const chains = fixtureCases().flatMap(({ name, folder, requests }) =>
  requests.flatMap(({ source }) => {
    const { signature, documentedResult } = read(folder, source);
    return signature?.transport === "json" ? [{ fixture: name, signature, documentedResult }] : [];
  }),
);

test("there are many chains that answer with JSON", () => {
  expect(chains.length).toBeGreaterThan(50);
});

test.each(chains)("$fixture, $signature.name: the document of its mock is that of the chain", (chain) => {
  const { signature, documentedResult } = chain;
  const document = schemaDocument(signature, documentedResult);
  expect(changesOf({ signature, ...(documentedResult && { documentedResult }) }, document)).toStrictEqual([]);
  expect(changesOf({ signature }, document)).toStrictEqual([]);
  expect(changesOf({ signature }, schemaDocument(signature))).toStrictEqual([]);
});
