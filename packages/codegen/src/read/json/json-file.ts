import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Diagnostic, error, type Location } from "../../diagnostics/diagnostic.js";
import type { JsonValue } from "../../signature.js";
import { countingNode } from "./counting-node.js";
import { exceedsDepth } from "./depth.js";

/** A place in a JSON document: keys and indices, outermost first. */
export type JsonPath = readonly (string | number)[];

/** What of a path is meant: its value, or the key that the value stands behind. */
export type JsonPart = "key" | "value";

/** A JSON document that remembers where its values stand. */
export interface JsonFile {
  readonly file: string;
  readonly value: JsonValue;
  /**
   * Where the value of a path stands, or the key of it; the nearest value around it, where there is none.
   *
   * @param part - `"value"` where it is left out.
   */
  locate(path: JsonPath, part?: JsonPart): Location;
}

export type JsonReading =
  | { readonly ok: true; readonly json: JsonFile }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Beyond this depth a document is refused: no signature is nested so deep, and every later step recurses over it. */
const maximumDepth = 200;

/** Parses a JSON document. */
export function parseJsonFile(file: string, bytes: Uint8Array): JsonReading {
  const text = decode(bytes);
  if (text === undefined) {
    return failed(
      error("TC104", `${file} is not UTF-8 text`, { location: { file }, help: "give a JSON file in UTF-8" }),
    );
  }
  if (exceedsDepth(text, maximumDepth)) {
    const help = "flatten it, with `$defs` for what repeats";
    return failed(error("TC110", `${file} is nested deeper than ${maximumDepth} levels`, { location: { file }, help }));
  }
  try {
    const value = JSON.parse(text) as JsonValue;
    return { ok: true, json: { file, value, locate: locator(file, text) } };
  } catch {
    return failed(syntaxError(file, text));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function locator(file: string, text: string): JsonFile["locate"] {
  let tree: Node | undefined;
  return (path, part) => {
    // The tree is built when the first problem asks for a place, and not before.
    tree ??= parseTree(text);
    if (tree === undefined) return { file };
    for (let length = path.length; length > 0; length -= 1) {
      const value = countingNode(tree, path.slice(0, length));
      const node = part === "key" && length === path.length ? keyOf(value) : value;
      if (node !== undefined) return locationAt(file, text, node.offset, node.length);
    }
    return locationAt(file, text, tree.offset, 1);
  };
}

/** An item of a list has no key: it stands for itself. */
function keyOf(value: Node | undefined): Node | undefined {
  return value?.parent?.type === "property" ? value.parent.children?.[0] : value;
}

function syntaxError(file: string, text: string): Diagnostic {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  const what =
    first === undefined
      ? "it is not valid JSON"
      : (wordings.get(printParseErrorCode(first.error)) ?? "it is not valid JSON");
  const location = first === undefined ? { file } : locationAt(file, text, first.offset, first.length);
  return error("TC110", `${file} is not valid JSON: ${what}`, {
    location,
    help: "correct it at this place",
  });
}

const wordings: ReadonlyMap<string, string> = new Map([
  ["InvalidSymbol", "this is not a JSON value"],
  ["InvalidNumberFormat", "this is not a JSON number"],
  ["PropertyNameExpected", "a property name in double quotes is expected here"],
  ["ValueExpected", "a value is expected here"],
  ["ColonExpected", "a colon is expected here"],
  ["CommaExpected", "a comma is expected here"],
  ["CloseBraceExpected", "a closing brace is expected here"],
  ["CloseBracketExpected", "a closing bracket is expected here"],
  ["EndOfFileExpected", "the document ends before this"],
  ["InvalidCommentToken", "JSON has no comments"],
  ["UnexpectedEndOfString", "a string does not end"],
  ["UnexpectedEndOfComment", "JSON has no comments"],
  ["UnexpectedEndOfNumber", "a number does not end"],
  ["InvalidUnicode", "a Unicode escape is not valid"],
  ["InvalidEscapeCharacter", "an escape is not valid"],
  ["InvalidCharacter", "a control character must be escaped"],
]);

/** The place of a part of a text. */
export function locationAt(file: string, text: string, offset: number, length: number): Location {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const lineStart = before.lastIndexOf("\n") + 1;
  const spanned = text.slice(offset, offset + length).split("\n")[0] ?? "";
  return { file, line, column: offset - lineStart + 1, length: Math.max(1, spanned.length) };
}

function failed(diagnostic: Diagnostic): JsonReading {
  return { ok: false, diagnostic };
}
