import type { ChainChange } from "../../diff/chain-change.js";
import { changeText } from "../../diff/render/text.js";
import { type ChangeLevel, highestLevel } from "../../diff/rules.js";

/** What has changed for the callers of a client. */
export interface Comparison {
  readonly level: ChangeLevel;
  /** The changes that break callers, as lines. */
  readonly breaking: readonly string[];
  /** All others that callers can tell, as lines. */
  readonly compatible: readonly string[];
}

/** What has become of the chains of a client, taken together. */
export function comparisonOf(chains: readonly ChainChange[]): Comparison {
  return {
    level: highestLevel(chains.map(({ level }) => level)),
    breaking: linesOf(chains, (level) => level === "major"),
    compatible: linesOf(chains, (level) => level !== "major" && level !== "none"),
  };
}

/** What chains have in common, as the changes of a model that they share, is said once, below the names of all of them. */
function linesOf(chains: readonly ChainChange[], isTold: (level: ChangeLevel) => boolean): readonly string[] {
  const namesOf = new Map<string, string[]>();
  for (const { name, changes } of chains) {
    for (const change of changes.filter(({ level }) => isTold(level))) {
      const text = changeText(change);
      namesOf.set(text, [...(namesOf.get(text) ?? []), name]);
    }
  }
  const textsOf = new Map<string, string[]>();
  for (const [text, names] of namesOf) {
    const title = `${names.join(", ")}:`;
    textsOf.set(title, [...(textsOf.get(title) ?? []), text]);
  }
  const whole = chains.flatMap(({ name, status, level }) =>
    (status === "gone" || status === "new") && isTold(level) ? [`${name}: the chain is ${status}`] : [],
  );
  return [...[...textsOf].flatMap(([title, texts]) => [title, ...texts.flatMap(linesIn)]), ...whole];
}

function linesIn(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}
