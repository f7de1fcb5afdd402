import type { Documentation } from "../../plan/documentation/documentation.js";
import { escapeLine, escapeLines, linesOf } from "./escape.js";
import { wrapMarkdown } from "./wrap.js";

const textWidth = 96;
const longestLine = 110;

/** Documentation as the lines of a comment: none where there is nothing to say. */
export function commentLines(documentation: Documentation, example?: string): readonly string[] {
  const lines = joined([...paragraphs(documentation), ...tags(documentation, example)]);
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1 && first.length <= longestLine) return [`/** ${first} */`];
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

function paragraphs({ lead, description, notes }: Documentation): readonly (readonly string[])[] {
  const ours = lead === undefined ? [] : [wrapMarkdown([lead], textWidth)];
  const theirs = [description ?? "", ...notes].map((text) =>
    wrapMarkdown(escapeLines(linesOf(text.trim())), textWidth),
  );
  return [...ours, ...theirs.map(withoutOuterBlanks)];
}

/** Tags stand together, below all text. */
function tags(
  { returns, defaultValue, deprecated }: Documentation,
  example: string | undefined,
): readonly (readonly string[])[] {
  const short = [
    ...(defaultValue === undefined ? [] : [`@defaultValue ${linesOf(defaultValue).map(escapeLine).join(" ")}`]),
    ...textTag("@deprecated", deprecated),
  ];
  return [
    short,
    textTag("@returns", returns),
    example === undefined ? [] : ["@example", "```ts", ...example.split("\n").map(escapeLine), "```"],
  ];
}

function textTag(tag: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const [first = "", ...others] = escapeLines(linesOf(text));
  return wrapMarkdown([`${tag} ${first}`.trimEnd(), ...others], textWidth);
}

/** The blocks with a blank line between each two. */
function joined(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function withoutOuterBlanks(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line !== "");
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => line !== "") + 1);
}
