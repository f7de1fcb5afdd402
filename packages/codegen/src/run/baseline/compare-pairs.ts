import { changeText } from "../../diff/render/text.js";
import { type ChangeLevel, highestLevel } from "../../diff/rules.js";
import type { ChainPair } from "./chain-pair.js";

/** What has changed for the callers of a client. */
export interface Comparison {
  readonly level: ChangeLevel;
  /** The changes that break callers, as lines. */
  readonly breaking: readonly string[];
}

/** Compares the chains of a client with what they were. */
export async function comparePairs(pairs: readonly ChainPair[]): Promise<Comparison> {
  const { diffSignatures } = await import("../../diff/diff-signatures.js");
  const found = pairs.map(({ before, after, features }): Comparison => {
    if (before === undefined) return { level: "minor", breaking: [] };
    if (after === undefined) return { level: "major", breaking: [`${before.name}: the chain is gone`] };
    const { level, changes } = diffSignatures(before, after, features);
    const breaking = changes.filter((change) => change.level === "major");
    const lines = breaking.flatMap((change) => changeText(change).trimEnd().split("\n"));
    return { level, breaking: lines.length === 0 ? [] : [`${after.name}:`, ...lines] };
  });
  return { level: highestLevel(found.map(({ level }) => level)), breaking: found.flatMap(({ breaking }) => breaking) };
}
