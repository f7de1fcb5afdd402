/** The text of a request is not JSON. The message is CPython's. */
export class JsonTextError extends Error {
  override readonly name = "JsonTextError";
}

/** Builds the error of CPython's `JSONDecodeError`: what is wrong, then line, column and character, counted in code points. */
export function jsonTextErrorAt(message: string, text: string, index: number): JsonTextError {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  const column = countCodePoints(before.slice(lineStart)) + 1;
  return new JsonTextError(`${message}: line ${line} column ${column} (char ${countCodePoints(before)})`);
}

/** A pair of surrogates is one character to Python, a lone one is one, too. */
function countCodePoints(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "x").length;
}

/** The input is nested deeper than Python's recursion limit lets its decoder go. It escapes the server's handling of bad input. */
export class JsonDepthError extends Error {
  override readonly name = "JsonDepthError";

  constructor(kind: "array" | "object") {
    super(`maximum recursion depth exceeded while decoding a JSON ${kind} from a unicode string`);
  }
}
