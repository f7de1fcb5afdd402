import { diffSignatures } from "../diff/diff-signatures.js";
import { highestLevel } from "../diff/rules.js";
import type { SignatureChange, SignatureDiff } from "../diff/signature-diff.js";
import type { ChainSignature } from "../signature.js";

/**
 * What differs between two signatures in what goes over the wire: names of types and documentation do not. Arguments and
 * results are compared apart from each other: whether they share a type in TypeScript is nothing of the wire.
 */
export function wireDifferences(client: ChainSignature, running: ChainSignature): SignatureDiff {
  const ofArguments = diffSignatures(withoutResult(client), withoutResult(running)).changes;
  const ofResults = diffSignatures(withoutArguments(client), withoutArguments(running)).changes;
  return diffOf([
    ...ofArguments.filter(({ rule }) => /^(transport|input)-/.test(rule)),
    ...ofResults.filter(({ rule }) => rule.startsWith("output-")),
  ]);
}

/** The diff that some changes make. */
export function diffOf(changes: readonly SignatureChange[]): SignatureDiff {
  return { level: highestLevel(changes.map(({ level }) => level)), changes };
}

function withoutResult(signature: ChainSignature): ChainSignature {
  return signature.transport === "json" ? { ...signature, output: true } : signature;
}

function withoutArguments(signature: ChainSignature): ChainSignature {
  return { ...signature, input: { type: "object" } };
}
