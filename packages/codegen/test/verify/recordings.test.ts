import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allRecordings, bodyOf } from "../../../../tests/support/recordings.js";
import { schemaDocument } from "../../src/mock/schema-document.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { readSource } from "../../src/read/read-source.js";
import { type ChainToVerify, compareChain } from "../../src/verify/compare-chain.js";
import { readDocument } from "../../src/verify/read-document.js";

const host = diskHost(fileURLToPath(new URL("../../../../fixtures/wire/chains/", import.meta.url)));

/** Chains that fail when they are called, and that have no client for it. */
const withoutClient = ["schema_odd_kwargs", "schema_odd_one_tuple", "schema_odd_posonly", "schema_odd_underscore"];

const documents = allRecordings()
  .filter(({ request, response }) => request.path.endsWith("/schema") && response.status === 200)
  .filter(({ name }) => !withoutClient.includes(name))
  .map(({ name, chain_file, entrypoint, response }) => ({ name, chain_file, entrypoint, bytes: bodyOf(response) }));

/** What is generated from, and what a real model server said of the same chain. */
function compare(client: ChainToVerify, bytes: Uint8Array) {
  const running = readDocument("recorded", bytes);
  if (!running.ok) throw new Error(running.diagnostics.map(({ message }) => message).join());
  const compared = compareChain(client, running.chain);
  if (!compared.ok) throw new Error(compared.diagnostics.map(({ message }) => message).join());
  return compared.verification;
}

function readChain(file: string, entrypoint: string): ChainToVerify {
  const { signature, documentedResult, diagnostics } = readSource(host, file, { entrypoint, documentedResult: true });
  if (signature === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return { signature, ...(documentedResult === undefined ? {} : { documentedResult }) };
}

test("there are recorded documents of many chains", () => {
  expect(documents.length).toBeGreaterThan(20);
});

test("what a document does not say is told", () => {
  const { chain_file, entrypoint, bytes } = documents.find(({ name }) => name === "schema_nested") ?? raise();
  expect(compare(readChain(chain_file, entrypoint), bytes).notCompared).toMatchInlineSnapshot(`
    [
      "input.order.ratio: its default",
      "output.n_items: a computed field",
      "output.order.order_id: its key, which the document shows as "orderId", as it does an alias",
      "output.order.items[].sku: its key, which the document shows as "itemSku", as it does an alias",
      "output.order.ratio: what is sent for it, which the document shows before it is serialized",
    ]
  `);
  const { signature } = readChain(chain_file, entrypoint);
  expect(compare({ signature }, bytes).notCompared).toMatchInlineSnapshot(`
    [
      "input.order.ratio: its default",
      "output.n_items: a computed field",
      "output.order.order_id: its key, which the document shows as "orderId", as it does an alias",
      "output.order.items[].sku: its key, which the document shows as "itemSku", as it does an alias",
      "output: what serializers, left out fields and bounds of Decimals change, which Python source would tell",
    ]
  `);
});

test("the document that a signature gives has the arguments of the real one, Decimals among them", () => {
  const { chain_file, entrypoint, bytes } = documents.find(({ name }) => name === "schema_nested") ?? raise();
  const { signature } = readChain(chain_file, entrypoint);
  const { input_schema } = JSON.parse(new TextDecoder().decode(bytes)) as { input_schema: unknown };
  // JSON has no NaN: the real server writes `null` for a default that the signature does not have.
  const withoutNan = JSON.stringify(input_schema).replace('"default":null,"title":"Ratio"', '"title":"Ratio"');
  expect(schemaDocument(signature)).toMatchObject({ input_schema: JSON.parse(withoutNan) as object });
});

test.each(documents)("$name: its source is what runs, and so is its signature alone", (document) => {
  const { chain_file, entrypoint, bytes } = document;
  const chain = readChain(chain_file, entrypoint);
  for (const client of [chain, { signature: chain.signature }]) {
    expect(compare(client, bytes).diff.changes).toStrictEqual([]);
  }
});

function raise(): never {
  throw new Error("There is no such recording.");
}
