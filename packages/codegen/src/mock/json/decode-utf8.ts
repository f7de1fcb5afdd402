import { JsonTextError } from "./json-text-error.js";

/**
 * Decodes a body as Python's `bytes.decode("utf8")` does: strictly, and keeping a byte order mark.
 *
 * @throws JsonTextError with CPython's text where the bytes are not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonTextError(describeFirstFault(bytes));
  }
}

/** Where a faulty sequence begins, how many bytes of it are blamed, and why. */
interface Fault {
  readonly start: number;
  readonly length: number;
  readonly reason: string;
}

function describeFirstFault(bytes: Uint8Array): string {
  const { start, length, reason } = findFault(bytes);
  const codec = "'utf-8' codec can't decode";
  if (length > 1) return `${codec} bytes in position ${start}-${start + length - 1}: ${reason}`;
  const hexadecimal = (bytes[start] ?? 0).toString(16).padStart(2, "0");
  return `${codec} byte 0x${hexadecimal} in position ${start}: ${reason}`;
}

function findFault(bytes: Uint8Array): Fault {
  let index = 0;
  while (index < bytes.length) {
    const step = readSequence(bytes, index);
    if (typeof step !== "number") return step;
    index += step;
  }
  return { start: 0, length: 1, reason: "invalid start byte" };
}

/** The length of the sequence at an index, or what is wrong with it. */
function readSequence(bytes: Uint8Array, start: number): number | Fault {
  const lead = bytes[start] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return { start, length: 1, reason: "invalid start byte" };
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let offset = 1; offset < size; offset += 1) {
    const byte = bytes[start + offset];
    if (byte === undefined) return { start, length: offset, reason: "unexpected end of data" };
    if (!continues(lead, offset, byte)) return { start, length: offset, reason: "invalid continuation byte" };
  }
  return size;
}

/** Whether a byte may follow: the second byte's range depends on the first, to rule out overlong forms and surrogates. */
function continues(lead: number, offset: number, byte: number): boolean {
  let low = 0x80;
  let high = 0xbf;
  if (offset === 1) {
    if (lead === 0xe0) low = 0xa0;
    if (lead === 0xed) high = 0x9f;
    if (lead === 0xf0) low = 0x90;
    if (lead === 0xf4) high = 0x8f;
  }
  return byte >= low && byte <= high;
}
