import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../../tests/support/thoroughness.js";
import { arbitraryInput, arbitrarySchema } from "./support/arbitrary-schema.js";
import { emitClient, planClient } from "./support/client.js";
import { compileErrors } from "./support/compile.js";
import { withConsumers } from "./support/examples.js";
import { signatureOf } from "./support/generate.js";

const arbitraryParts = fc.record({ input: arbitraryInput, output: arbitrarySchema, description: fc.string() });

// One program of many chains, instead of one for each: compiling is what takes the time. The seed makes all runs alike.
test("any signature gives a module that compiles, with its example", async () => {
  const samples = fc.sample(arbitraryParts, { numRuns: runs(15, 40), seed: 2 });
  const chains = samples.map((parts, index) => ({
    signature: signatureOf({ ...parts, name: `Any${index}` }),
    source: "any.py",
  }));
  const { modules } = planClient(chains);
  const files = withConsumers(await emitClient(modules, { importExtension: "js" }));
  expect(files.size).toBe(2 * (samples.length + 1));
  expect(compileErrors(files)).toStrictEqual([]);
}, 120_000);
