import type { ChainChange, ChainsDiff } from "../chain-change.js";
import { changeTables, code } from "./markdown.js";
import { alike, fates, isAmbiguous } from "./several.js";

/**
 * What has changed of several chains as Markdown, for the comment of a pull request: a heading for each chain that is not
 * what it was, or for several that have changed in the same way, and the verdict at the end. Where nothing has changed, it
 * is one line without a heading.
 */
export function severalMarkdown({ since, level, chains }: ChainsDiff): string {
  const changed = chains.filter(({ status }) => status !== "unchanged");
  if (changed.length === 0) return `Nothing has changed for callers since ${code(since)}.\n`;
  const sections = alike(changed).map((group) => `${headOf(group, chains)}\n${bodyOf(group[0])}\n`);
  return `${sections.join("")}**Verdict since ${code(since)}: ${level}**\n`;
}

/** A heading names as many chains. */
const namedAtMost = 3;

function headOf(group: readonly [ChainChange, ...ChainChange[]], all: readonly ChainChange[]): string {
  const [{ status, level }] = group;
  const names = group.map((chain) => nameOf(chain, isAmbiguous(chain, all))).join(", ");
  const verdict = status === "incomparable" ? "" : `: ${level}`;
  return group.length > namedAtMost ? `### ${group.length} chains${verdict}\n\n${names}` : `### ${names}${verdict}`;
}

function nameOf({ name, client = "" }: ChainChange, hasClient: boolean): string {
  return `${code(name)}${hasClient ? ` of ${code(client)}` : ""}`;
}

function bodyOf(chain: ChainChange): string {
  const { status } = chain;
  if (status === "changed" || status === "unchanged") return changeTables(chain);
  const [first = "", ...others] = fates[status];
  return `\n${first.toUpperCase()}${others.join("")}.\n`;
}
