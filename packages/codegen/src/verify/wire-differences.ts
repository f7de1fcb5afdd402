import { diffSignatures } from "../diff/diff-signatures.js";
import { type ChangeRule, highestLevel } from "../diff/rules.js";
import type { SignatureChange, SignatureDiff } from "../diff/signature-diff.js";
import type { ChainSignature } from "../signature.js";

/** What differs between two signatures in what goes over the wire: names of types and documentation do not. */
export function wireDifferences(client: ChainSignature, running: ChainSignature): SignatureDiff {
  return diffOf(diffSignatures(client, running).changes.filter(({ rule }) => isOfTheWire(rule)));
}

/** The diff that some changes make. */
export function diffOf(changes: readonly SignatureChange[]): SignatureDiff {
  return { level: highestLevel(changes.map(({ level }) => level)), changes };
}

function isOfTheWire(rule: ChangeRule): boolean {
  return /^(transport|input|output)-/.test(rule);
}
