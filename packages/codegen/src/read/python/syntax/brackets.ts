import type { SourceText } from "./source-text.js";

/** CPython's own limit. */
const maximumDepth = 200;

const closings: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);
const closingBrackets: ReadonlySet<string> = new Set(closings.values());

/** A bracket that is open, and where. */
export interface OpenBracket {
  readonly text: string;
  readonly offset: number;
}

/** The brackets that are open while the tokens are read. */
export class BracketStack {
  readonly #source: SourceText;
  readonly #open: OpenBracket[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  get innermost(): OpenBracket | undefined {
    return this.#open.at(-1);
  }

  /**
   * Takes note of an operator, which may be a bracket.
   *
   * @throws PythonSyntaxError when it closes what is not open, or opens too many.
   */
  see(operator: string, offset: number): void {
    if (closings.has(operator)) this.#push(operator, offset);
    else if (closingBrackets.has(operator)) this.#pop(operator, offset);
  }

  #push(text: string, offset: number): void {
    if (this.#open.length >= maximumDepth) throw this.#source.error("too many nested parentheses", offset);
    this.#open.push({ text, offset });
  }

  #pop(text: string, offset: number): void {
    const opening = this.#open.pop();
    if (opening === undefined) throw this.#source.error(`unmatched '${text}'`, offset);
    if (closings.get(opening.text) !== text) {
      throw this.#source.error(this.#describeMismatch(text, offset, opening), offset);
    }
  }

  #describeMismatch(text: string, offset: number, opening: OpenBracket): string {
    const line = this.#source.lineOf(opening.offset);
    const where = line === this.#source.lineOf(offset) ? "" : ` on line ${String(line)}`;
    return `closing parenthesis '${text}' does not match opening parenthesis '${opening.text}'${where}`;
  }
}
