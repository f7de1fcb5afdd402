import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../../tests/support/thoroughness.js";
import { diffSignatures } from "../../src/diff/diff-signatures.js";
import type { ChainSignature } from "../../src/signature.js";
import { arbitraryInput, arbitrarySchema } from "../emit/support/arbitrary-schema.js";
import { errorsIn } from "../emit/support/compile.js";
import { signatureOf } from "../emit/support/generate.js";
import { ownTypes, passingConsumer } from "./support/consumers.js";
import { nearPair } from "./support/near-pair.js";
import { moduleText } from "./support/read-chain.js";

const arbitrarySignature = fc
  .record({ input: arbitraryInput, output: arbitrarySchema, description: fc.string() })
  .map((parts) => signatureOf(parts));

test("a signature has not changed from itself, whatever it is", () => {
  fc.assert(
    fc.property(arbitrarySignature, (signature) => {
      expect(diffSignatures(signature, structuredClone(signature))).toStrictEqual({ level: "none", changes: [] });
    }),
    { numRuns: runs(8, 20) },
  );
}, 120_000);

test("where nothing breaks callers, the compiler agrees", async () => {
  const pairs = fc.sample(nearPair, { numRuns: runs(25, 70), seed: 6 }).flatMap(([old = {}, next = {}]) => {
    const asInput: [ChainSignature, ChainSignature] = [signatureOf({ input: old }), signatureOf({ input: next })];
    const asOutput: [ChainSignature, ChainSignature] = [signatureOf({ output: old }), signatureOf({ output: next })];
    return [
      { direction: "input" as const, pair: asInput },
      { direction: "output" as const, pair: asOutput },
    ];
  });
  const compatible = pairs.filter(({ pair }) => diffSignatures(...pair).level !== "major");
  expect(compatible.length).toBeGreaterThan(runs(10, 30));
  const files = new Map<string, string>();
  for (const [index, { direction, pair }] of compatible.entries()) {
    const client = await moduleText(pair[0]);
    files.set(`${index}-own.ts`, ownTypes(client));
    files.set(`${index}-next.ts`, await moduleText(pair[1]));
    files.set(`${index}-use.ts`, passingConsumer(`${index}-next`, direction));
  }
  const consumers = compatible.map((_, index) => `${index}-use.ts`);
  expect(errorsIn(consumers, files)).toStrictEqual([]);
}, 120_000);
