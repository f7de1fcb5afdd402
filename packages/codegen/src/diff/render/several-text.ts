import type { ChainChange, ChainsDiff } from "../chain-change.js";
import { groupsOf } from "./groups.js";
import { alike, fates, isAmbiguous } from "./several.js";
import { changeText } from "./text.js";

/** Of more chains that have not changed, their number says enough. */
const namedAtMost = 5;

/** What has changed of several chains, for people at a terminal. A chain that has not is a line; the last is the verdict. */
export function severalText({ level, chains }: ChainsDiff): string {
  const unchanged = chains.filter(({ status }) => status === "unchanged");
  const isNamed = unchanged.length <= namedAtMost;
  const nameOf = (chain: ChainChange): string =>
    isAmbiguous(chain, chains) ? `${chain.name} (${chain.client})` : chain.name;
  const texts = alike(chains.filter((chain) => isNamed || !unchanged.includes(chain))).map((group) => {
    return `${group.map(nameOf).join(", ")}: ${fateOf(group[0])}\n${changesOf(group[0])}`;
  });
  const all = isNamed ? texts : [...texts, `${unchanged.length} chains are as they were\n`];
  return `${all.join("")}${all.at(-1)?.endsWith("\n\n") ? "" : "\n"}Verdict: ${level}\n`;
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
