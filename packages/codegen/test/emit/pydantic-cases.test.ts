import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { someOf } from "../../../../tests/support/thoroughness.js";
import type { ChainToPlan } from "../../src/plan/plan-module.js";
import type { JsonSchemaObject } from "../../src/signature.js";
import { emitClient, planClient } from "./support/client.js";
import { compileErrors, usesAny } from "./support/compile.js";
import { withConsumers } from "./support/examples.js";
import { signatureOf } from "./support/generate.js";

interface PydanticCase {
  readonly id: number;
  readonly label: string;
  readonly validation?: JsonSchemaObject;
  readonly wire?: JsonSchemaObject;
}

const document = readFileSync(new URL("../../../../fixtures/pydantic/cases.json", import.meta.url), "utf8");
const { cases } = JSON.parse(document) as { cases: readonly PydanticCase[] };

test("every schema that pydantic makes compiles under the strictest flags, without any", async () => {
  const chains = someOf(cases, 3).map(chainOf);
  const { modules, diagnostics } = planClient(chains);
  const files = await emitClient(modules, { importExtension: "js" });
  expect(diagnostics).toStrictEqual([]);
  expect(files.size).toBe(chains.length + 1);
  expect(compileErrors(withConsumers(files))).toStrictEqual([]);
  expect([...files].filter(([, text]) => usesAny(text))).toStrictEqual([]);
}, 120_000);

function chainOf({ id, label, validation = {}, wire = {} }: PydanticCase): ChainToPlan {
  const { $defs = {}, ...value } = validation;
  const input = { type: "object", properties: { value }, required: ["value"], $defs };
  return {
    signature: signatureOf({ name: `Case${id}`, description: label, input, output: wire }),
    source: "cases.json",
    chainId: "abc123",
  };
}
