import { isDeepStrictEqual } from "node:util";
import type { ChainSignature } from "../signature.js";
import { type ClientFeatures, type ClientTypes, clientTypesOf } from "./client-types.js";
import { compareExports } from "./compare-exports.js";
import { compareTypes } from "./compare-types.js";
import { changeRules, highestLevel } from "./rules.js";
import type { Report, SignatureChange, SignatureDiff } from "./signature-diff.js";
import { compareValues } from "./values/compare-values.js";

/**
 * Lists what has changed from one signature to another for callers in TypeScript, and says how far it reaches.
 *
 * It compares the clients that are generated from them: what callers give may become wider, what they get may become
 * narrower, and names stay. Where the signatures were read from, and where the chain lives, does not matter.
 */
export function diffSignatures(
  old: ChainSignature,
  next: ChainSignature,
  features: ClientFeatures = {},
): SignatureDiff {
  const { changes, report } = collectChanges();
  if (old.transport !== next.transport) report("transport-changed", "transport", old.transport, next.transport);
  const clients = [clientTypesOf(old, features), clientTypesOf(next, features)] as const;
  compareExports(clients[0].module, clients[1].module, report);
  compareTypes(...clients, report);
  compareValues(old, next, report);
  if (changes.length === 0 && textOf(clients[0]) !== textOf(clients[1])) {
    report("text-changed", "client");
  }
  const breaking = changes.filter(({ level }) => level === "major");
  const compatible = changes.filter(({ level }) => level !== "major");
  return { level: highestLevel(changes.map(({ level }) => level)), changes: [...breaking, ...compatible] };
}

/** The list of what is reported. What is found in two ways is one change. */
function collectChanges(): { readonly changes: readonly SignatureChange[]; readonly report: Report } {
  const changes: SignatureChange[] = [];
  const report: Report = (rule, place, before, after) => {
    const { level } = changeRules[rule];
    const change = { rule, level, place, ...(before && { before }), ...(after && { after }) };
    if (!changes.some((other) => isDeepStrictEqual(other, change))) changes.push(change);
  };
  return { changes, report };
}

/** All that decides the text of a file, the order of its keys too. */
function textOf({ module }: ClientTypes): string {
  return JSON.stringify(module);
}
