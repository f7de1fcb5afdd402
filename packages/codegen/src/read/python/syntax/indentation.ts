import type { SourceText } from "./source-text.js";
import { PythonSyntaxError } from "./syntax-error.js";

const tabSize = 8;
const maximumLevels = 100;

/** The width of a line's indentation, with a tab taken for up to eight columns and with a tab taken for one. */
interface Width {
  readonly columns: number;
  readonly characters: number;
}

/** The indentation at an offset: where it ends, and how wide it is. */
export interface LineIndentation extends Width {
  readonly end: number;
}

/** Measures the indentation that starts at an offset. A form feed starts again; a line may go on after a backslash. */
export function measureIndentation(text: string, start: number): LineIndentation {
  let offset = start;
  let width: Width = { columns: 0, characters: 0 };
  let continued: Width | undefined;
  for (;;) {
    if (text[offset] === "\\" && text[offset + 1] === "\n") {
      if (continued === undefined && width.columns > 0) continued = width;
      width = { columns: 0, characters: 0 };
      offset += 2;
    } else {
      const wider = widen(width, text[offset]);
      if (wider === undefined) return { end: offset, ...(continued ?? width) };
      width = wider;
      offset += 1;
    }
  }
}

function widen({ columns, characters }: Width, character: string | undefined): Width | undefined {
  if (character === " ") return { columns: columns + 1, characters: characters + 1 };
  if (character === "\t") return { columns: (Math.floor(columns / tabSize) + 1) * tabSize, characters: characters + 1 };
  if (character === "\f") return { columns: 0, characters: 0 };
  return undefined;
}

/** The open levels of indentation, by CPython's rules: tabs and spaces may be mixed only where they cannot be misread. */
export class IndentationLevels {
  readonly #source: SourceText;
  readonly #levels: Width[] = [{ columns: 0, characters: 0 }];

  constructor(source: SourceText) {
    this.#source = source;
  }

  /**
   * How many levels a line opens (1) or closes (a negative number).
   *
   * @throws PythonSyntaxError when it fits no level.
   */
  enter(line: LineIndentation): number {
    if (line.columns > this.#innermost.columns) return this.#open(line);
    const closed = this.#close(line);
    if (line.columns !== this.#innermost.columns) throw this.#errorAtLineEnd(line.end);
    if (line.characters !== this.#innermost.characters) throw this.#tabError(line);
    return -closed;
  }

  /** How many levels are open. */
  get depth(): number {
    return this.#levels.length - 1;
  }

  get #innermost(): Width {
    return this.#levels.at(-1) ?? { columns: 0, characters: 0 };
  }

  #open(line: LineIndentation): number {
    if (line.characters <= this.#innermost.characters) throw this.#tabError(line);
    if (this.#levels.length >= maximumLevels) throw this.#error("too many levels of indentation", line);
    this.#levels.push(line);
    return 1;
  }

  #close(line: LineIndentation): number {
    let closed = 0;
    while (line.columns < this.#innermost.columns) {
      this.#levels.pop();
      closed += 1;
    }
    return closed;
  }

  #tabError(line: LineIndentation): PythonSyntaxError {
    return this.#error("inconsistent use of tabs and spaces in indentation", line);
  }

  #error(message: string, { end }: LineIndentation): PythonSyntaxError {
    return new PythonSyntaxError(message, this.#source.lineOf(end), 1);
  }

  #errorAtLineEnd(offset: number): PythonSyntaxError {
    const end = this.#source.text.indexOf("\n", offset);
    const message = "unindent does not match any outer indentation level";
    return this.#source.error(message, end < 0 ? this.#source.text.length : end);
  }
}
