import type { ChainChange, ChainsDiff } from "../chain-change.js";
import { groupsOf } from "./groups.js";
import { fates, isAmbiguous } from "./several.js";
import { changeText } from "./text.js";

/** What has changed of several chains, for people at a terminal. A chain that has not is a line; the last is the verdict. */
export function severalText({ level, chains }: ChainsDiff): string {
  const texts = chains.map((chain) => {
    const name = isAmbiguous(chain, chains) ? `${chain.name} (${chain.client})` : chain.name;
    return `${name}: ${fateOf(chain)}\n${changesOf(chain)}`;
  });
  return `${texts.join("")}${texts.at(-1)?.endsWith("\n\n") ? "" : "\n"}Verdict: ${level}\n`;
}

function fateOf({ status, level }: ChainChange): string {
  if (status === "incomparable") return fates[status];
  return status === "changed" || status === "unchanged" ? level : `${fates[status]} (${level})`;
}

function changesOf(chain: ChainChange): string {
  const lines = groupsOf(chain).flatMap(({ title, changes }) => [`${title}:`, ...changes.flatMap(linesOf)]);
  return lines.length === 0 ? "" : `${lines.map((line) => `  ${line}\n`).join("")}\n`;
}

function linesOf(change: ChainChange["changes"][number]): readonly string[] {
  return changeText(change).trimEnd().split("\n");
}
