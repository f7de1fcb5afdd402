import { builders, printer, utils } from "prettier/doc";

/**
 * Text that knows where it may be broken, as prettier's own printers make it. Our text is laid out as prettier lays it
 * out, without prettier having to read it again: its parser and its rules are most of what a run would load.
 */
export type Doc = builders.Doc;

export const align: typeof builders.align = builders.align;
export const breakParent: typeof builders.breakParent = builders.breakParent;
export const conditionalGroup: typeof builders.conditionalGroup = builders.conditionalGroup;
export const fill: typeof builders.fill = builders.fill;
export const group: typeof builders.group = builders.group;
export const hardline: typeof builders.hardline = builders.hardline;
export const ifBreak: typeof builders.ifBreak = builders.ifBreak;
export const indent: typeof builders.indent = builders.indent;
export const indentIfBreak: typeof builders.indentIfBreak = builders.indentIfBreak;
export const join: typeof builders.join = builders.join;
export const line: typeof builders.line = builders.line;
export const softline: typeof builders.softline = builders.softline;

/** Whether a document is broken into lines wherever it stands. */
export const willBreak: typeof utils.willBreak = utils.willBreak;

/** A comma where the list that it ends is broken into lines. */
const trailingComma: Doc = ifBreak(",");

const tabWidth = 2;

/** The text of a document whose lines are no longer than this, where they can be broken. */
export function render(doc: Doc, printWidth: number): string {
  return printer.printDocToString(doc, { printWidth, tabWidth }).formatted;
}

/** Items between two marks: on one line, or each on its own. */
export function list(open: string, items: readonly Doc[], close: string, space: Doc = softline): Doc {
  return [open, indent([space, join([",", line], [...items])]), trailingComma, space, close];
}
