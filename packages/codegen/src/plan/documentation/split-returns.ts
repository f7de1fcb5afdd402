import { codeLines } from "../../code-lines.js";
import { dedented, isIndentedOrBlank, isNumpyHeading, linesWhile, numpyBody } from "./docstring-lines.js";

/** A docstring without what it says of the result, and what it says of it. */
export interface SplitReturns {
  readonly text: string;
  readonly returns?: string;
}

/** What is said of the result, and the number of lines that it takes up. */
interface Section {
  readonly length: number;
  readonly text: string;
}

const sphinxReturns = /^:returns?:(\s+(?<text>.*))?$/;
const sphinxType = /^:rtype:/;

/**
 * Takes out of a docstring its section about the result, in the style of Google, NumPy or Sphinx. One that names several
 * results, or that is not the only one, stays as it is.
 */
export function splitReturns(docstring: string): SplitReturns {
  const lines = docstring.split("\n");
  const isCode = codeLines(lines);
  const found = lines.flatMap((_, start) => {
    const section = isCode[start] === true ? undefined : sectionAt(lines, start);
    return section === undefined || section.text === "" ? [] : [{ ...section, start }];
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return { text: docstring };
  const rest = [...lines.slice(0, only.start), ...lines.slice(only.start + only.length)];
  return {
    text: rest
      .filter((line) => !sphinxType.test(line))
      .join("\n")
      .trim(),
    returns: only.text,
  };
}

function sectionAt(lines: readonly string[], start: number): Section | undefined {
  const line = (lines[start] ?? "").trimEnd();
  if (line === "Returns:") return section(1, linesWhile(lines, start + 1, isIndentedOrBlank));
  if (line === "Returns" && isNumpyHeading(lines, start)) return numpySection(numpyBody(lines, start));
  const sphinx = sphinxReturns.exec(line)?.groups;
  if (sphinx === undefined) return undefined;
  const more = linesWhile(lines, start + 1, isIndentedOrBlank);
  return { length: 1 + more.length, text: dedented([sphinx["text"] ?? "", ...more]) };
}

function section(heading: number, body: readonly string[]): Section {
  return { length: heading + body.length, text: dedented(withoutOuterBlanks(body)) };
}

/** The type of the result, which TypeScript has, and indented below it what it is. */
function numpySection(body: readonly string[]): Section | undefined {
  const [type = "", ...more] = withoutOuterBlanks(body);
  const isOne = !isIndentedOrBlank(type) && more.every(isIndentedOrBlank);
  return isOne && more.length > 0 ? { length: 2 + body.length, text: dedented(withoutOuterBlanks(more)) } : undefined;
}

/** Where the first line is blank, what is left of the indentation could not be told. */
function withoutOuterBlanks(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== "");
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
