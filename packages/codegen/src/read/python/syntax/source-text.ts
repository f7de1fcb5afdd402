import { PythonSyntaxError } from "./syntax-error.js";

/** The text of a module, with the place of every offset in it. */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#lineStarts = findLineStarts(text);
  }

  /** The line and the column of an offset, both counted from 1. */
  locate(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lineOf(offset);
    return { line, column: offset - this.lineStart(line) + 1 };
  }

  /** The line of an offset, counted from 1. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** The offset at which a line starts. */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? 0;
  }

  /** The last line, as CPython counts: a line end at the end of the text starts no further line. */
  get lastLine(): number {
    return this.lineOf(Math.max(this.text.length - 1, 0));
  }

  /** A syntax error at an offset, to be thrown. */
  error(message: string, offset: number): PythonSyntaxError {
    const { line, column } = this.locate(offset);
    return new PythonSyntaxError(message, line, column);
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
