import { codeLines } from "../../code-lines.js";
import { dedented, indentOf, isIndentedOrBlank, isNumpyHeading, linesWhile, numpyBody } from "./docstring-lines.js";

/** A docstring without what it says of single fields, and what it says of each. */
export interface SplitDocstring {
  readonly text: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** A part of a docstring that is about fields, as lines: the number that it takes up, and those of each entry. */
interface Section {
  readonly length: number;
  readonly entries: readonly Entry[];
}

/** The name of a field and the lines about it; an entry that nobody can read has no name. */
interface Entry {
  readonly name: string | undefined;
  readonly lines: readonly string[];
}

const googleHeading = /^(Args|Arguments|Parameters|Params|Attributes|Fields|Keyword Arg(ument)?s):\s*$/;
const numpyHeading = /^((Other )?Parameters|Attributes)\s*$/;
const googleEntry = /^\*{0,2}(?<name>\w+)(\s*\(.*?\))?\s*:(\s+(?<text>.*))?$/;
const numpyEntry = /^\*{0,2}(?<name>\w+)(\s*:.*)?$/;
const sphinxEntry =
  /^:(param|parameter|arg|argument|keyword|key|ivar|var)\s+([^:\s][^:]*\s)?(?<name>\w+)\s*:(\s+(?<text>.*))?$/;
const sphinxType = /^:(type|vartype)\s+\w+\s*:/;

/**
 * Takes out of a docstring the sections about fields or arguments, in the style of Google, NumPy or Sphinx. A section
 * stays as it is if anything in it is not about one of these names: so nothing that is written is lost. One
 * that is shown as code, in an example, is none.
 */
export function splitDocstring(docstring: string, names: ReadonlySet<string>): SplitDocstring {
  const lines = docstring.split("\n");
  const isCode = codeLines(lines);
  const fields = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const section = isCode[index] === true ? undefined : sectionAt(lines, index);
    const isTaken = section !== undefined && isReadable(section, names, fields);
    if (isTaken) for (const entry of section.entries) fields.set(entry.name ?? "", dedented(entry.lines));
    const end = index + (section?.length ?? 1);
    if (!isTaken) rest.push(...lines.slice(index, end));
    index = end;
  }
  return { text: rest.join("\n").trim(), fields };
}

function isReadable({ entries }: Section, names: ReadonlySet<string>, known: ReadonlyMap<string, string>): boolean {
  const found = entries.map(({ name }) => name);
  const isNew = found.every((name) => name !== undefined && names.has(name) && !known.has(name));
  return found.length > 0 && isNew && new Set(found).size === found.length;
}

function sectionAt(lines: readonly string[], start: number): Section | undefined {
  const line = lines[start] ?? "";
  if (googleHeading.test(line)) return googleSection(lines, start);
  if (isNumpyHeading(lines, start) && numpyHeading.test(line)) return numpySection(lines, start);
  return sphinxEntry.test(line) ? sphinxSection(lines, start) : undefined;
}

/** All indented lines below the heading; those that are indented least begin an entry. */
function googleSection(lines: readonly string[], start: number): Section {
  const body = linesWhile(lines, start + 1, isIndentedOrBlank);
  const margin = Math.min(...body.filter((line) => line.trim() !== "").map(indentOf));
  const isEntry = (line: string): boolean => line.trim() !== "" && indentOf(line) === margin;
  return { length: 1 + body.length, entries: entriesOf(body, isEntry, googleEntry) };
}

/** All lines down to the next heading; those that are not indented begin an entry. */
function numpySection(lines: readonly string[], start: number): Section {
  const body = numpyBody(lines, start);
  const isEntry = (line: string): boolean => line.trim() !== "" && indentOf(line) === 0;
  return { length: 2 + body.length, entries: entriesOf(body, isEntry, numpyEntry) };
}

/** Consecutive entries; their types, which TypeScript has, are passed over. */
function sphinxSection(lines: readonly string[], start: number): Section {
  const isEntry = (line: string): boolean => sphinxEntry.test(line) || sphinxType.test(line);
  const body = linesWhile(lines, start, (line) => isEntry(line) || isIndentedOrBlank(line));
  const entries = entriesOf(body, isEntry, sphinxEntry).filter(({ name, lines: [first = ""] }) => {
    return name !== undefined || !sphinxType.test(first);
  });
  return { length: body.length, entries };
}

function entriesOf(body: readonly string[], isEntry: (line: string) => boolean, entry: RegExp): readonly Entry[] {
  const starts = body.flatMap((line, index) => (isEntry(line) ? [index] : []));
  return starts.map((start, index) => {
    const [first = "", ...others] = body.slice(start, starts[index + 1]);
    const { name, text = "" } = entry.exec(first.trim())?.groups ?? {};
    return name === undefined ? { name, lines: [first, ...others] } : { name, lines: [text, ...others] };
  });
}
