/** The source is not Python. Line and column count from 1, in UTF-16 units; the message is in CPython's words. */
export class PythonSyntaxError extends Error {
  override readonly name = "PythonSyntaxError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
