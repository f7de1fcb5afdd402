import { codeSpan } from "../../plan/documentation/json-text.js";
import { changeRules } from "../rules.js";
import type { SignatureChange, SignatureDiff } from "../signature-diff.js";
import { groupsOf } from "./groups.js";

/** A diff as Markdown, for the comment of a pull request. `name` is what has changed. */
export function diffMarkdown(name: string, diff: SignatureDiff): string {
  const tables = changeTables(diff);
  return `### ${code(name)}: ${diff.level}\n${tables === "" ? "\nNothing has changed for callers.\n" : tables}`;
}

/** Changes as tables, each under a heading; empty where there are none. */
export function changeTables(diff: Pick<SignatureDiff, "changes">): string {
  const groups = groupsOf(diff).map(({ title, changes }) => {
    const head = "| where | what | before | after |\n| --- | --- | --- | --- |";
    return `\n#### ${title}\n\n${head}\n${changes.map(rowOf).join("\n")}\n`;
  });
  return groups.join("");
}

function rowOf({ rule, place, before, after }: SignatureChange): string {
  const cells = [code(place), `${changeRules[rule].title} (${code(rule)})`, cellOf(before), cellOf(after)];
  return `| ${cells.join(" | ")} |`;
}

function cellOf(text: string | undefined): string {
  return text === undefined ? "" : code(text);
}

/** A span of code that ends where it should, in a table too, whatever is in it. */
export function code(text: string): string {
  return codeSpan(text.replaceAll("|", "\\|").replaceAll(/\s+/g, " "));
}
