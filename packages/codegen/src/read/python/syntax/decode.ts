import { type Decoder, decodeLatin1, decodeUtf8, findDecoder, isUtf8 } from "./encodings.js";
import { PythonSyntaxError } from "./syntax-error.js";

/** The bytes of a source are not the text that it says it is; what {@link decodeSource} throws. */
export class SourceEncodingError extends PythonSyntaxError {}

const byteOrderMark = [0xef, 0xbb, 0xbf];
const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const blankOrComment = /^[ \t\f]*(?:#.*)?$/;
/** A declaration stands in the first two lines; no sane one reaches further than this. */
const declarationLimit = 1000;

interface Encoding {
  readonly name: string;
  readonly isDeclared: boolean;
  readonly decode: Decoder;
}

/**
 * Decodes a Python file as Python does: by its byte order mark, its coding line (PEP 263), or as UTF-8. Every line end
 * becomes `\n`.
 *
 * @throws SourceEncodingError when the encoding is unknown, or the bytes are not text in it.
 */
export function decodeSource(bytes: Uint8Array): string {
  const hasMark = byteOrderMark.every((byte, index) => bytes[index] === byte);
  const content = hasMark ? bytes.subarray(byteOrderMark.length) : bytes;
  const text = decodeBytes(content, chooseEncoding(content, hasMark)).replace(/\r\n?/g, "\n");
  const nullByte = text.indexOf("\0");
  if (nullByte >= 0) throw errorAfter("source code cannot contain null bytes", text.slice(0, nullByte));
  return text;
}

function chooseEncoding(bytes: Uint8Array, hasMark: boolean): Encoding {
  const declared = findDeclaration(bytes);
  if (declared === undefined) return { name: "utf-8", isDeclared: false, decode: decodeUtf8 };
  const name = declared.name.toLowerCase().replaceAll("_", "-");
  const decode = findDecoder(name);
  if (decode === undefined || (hasMark && !isUtf8(name))) {
    const problem = decode === undefined ? "unknown encoding" : "encoding problem";
    const reason = decode === undefined ? "" : " with BOM";
    throw new SourceEncodingError(`${problem}: ${declared.name}${reason}`, declared.line, 1);
  }
  return { name: declared.name, isDeclared: true, decode };
}

function findDeclaration(bytes: Uint8Array): { readonly name: string; readonly line: number } | undefined {
  const lines = decodeLatin1(bytes.subarray(0, declarationLimit)).split(/\r\n?|\n/, 2);
  for (const [index, line] of lines.entries()) {
    const name = declaration.exec(line)?.[1];
    if (name !== undefined) return { name, line: index + 1 };
    if (!blankOrComment.test(line)) return undefined;
  }
  return undefined;
}

function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return encoding.decode(bytes, true);
  } catch {
    const message = encoding.isDeclared
      ? `not ${encoding.name} from here on, which the file declares: save it as that, or declare the encoding it has`
      : "Non-UTF-8 code from here on, but no encoding declared";
    throw errorAfter(message, decodablePart(bytes, encoding));
  }
}

/** The text before the first byte that is none. */
function decodablePart(bytes: Uint8Array, { decode }: Encoding): string {
  let text = "";
  let low = 0;
  for (let high = bytes.length + 1; high - low > 1; ) {
    const middle = (low + high) >> 1;
    try {
      text = decode(bytes.subarray(0, middle), false);
      low = middle;
    } catch {
      high = middle;
    }
  }
  return text;
}

function errorAfter(message: string, before: string): SourceEncodingError {
  const lines = before.split(/\r\n?|\n/);
  return new SourceEncodingError(message, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}
