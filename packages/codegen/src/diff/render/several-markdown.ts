import type { ChainChange, ChainsDiff } from "../chain-change.js";
import { changeTables, code } from "./markdown.js";
import { fates, isAmbiguous } from "./several.js";

/**
 * What has changed of several chains as Markdown, for the comment of a pull request: a heading for each chain that is not
 * what it was, and the verdict at the end. Where nothing has changed, it is one line without a heading.
 */
export function severalMarkdown({ since, level, chains }: ChainsDiff): string {
  const changed = chains.filter(({ status }) => status !== "unchanged");
  if (changed.length === 0) return `Nothing has changed for callers since ${code(since)}.\n`;
  const sections = changed.map((chain) => `${headOf(chain, isAmbiguous(chain, chains))}\n${bodyOf(chain)}\n`);
  return `${sections.join("")}**Verdict since ${code(since)}: ${level}**\n`;
}

function headOf({ name, client = "", status, level }: ChainChange, hasClient: boolean): string {
  return `### ${code(name)}${hasClient ? ` of ${code(client)}` : ""}${status === "incomparable" ? "" : `: ${level}`}`;
}

function bodyOf(chain: ChainChange): string {
  const { status } = chain;
  if (status === "changed" || status === "unchanged") return changeTables(chain);
  const [first = "", ...others] = fates[status];
  return `\n${first.toUpperCase()}${others.join("")}.\n`;
}
