/**
 * Makes text of bytes; throws where they are none. Of bytes that are not the whole of a file, the last character may be
 * cut.
 */
export type Decoder = (bytes: Uint8Array, isWhole: boolean) => string;

/** The characters from 0x80 to 0x9F; a space where there is none. */
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Decodes bytes as UTF-8. */
export const decodeUtf8: Decoder = decodeWith("utf-8");

/** Whether a name, in lower case and with hyphens, means UTF-8. */
export function isUtf8(name: string): boolean {
  return /^utf-?8(?:-|$)/.test(name);
}

/** The decoder of an encoding by its name, in lower case and with hyphens; `undefined` where it is not known. */
export function findDecoder(name: string): Decoder | undefined {
  if (isUtf8(name)) return decodeUtf8;
  // What the web calls latin-1 and ASCII is windows-1252; Python takes the names at their word.
  if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1)(?:-|$)/.test(name)) return decodeLatin1;
  if (/^(?:us-)?ascii$/.test(name)) return decodeAscii;
  if (/^(?:cp|windows-)?1252$/.test(name)) return decodeWindows1252;
  if (/^utf-?(?:16|32)/.test(name)) return undefined;
  try {
    return decodeWith(name);
  } catch {
    return undefined;
  }
}

function decodeWith(label: string): Decoder {
  const options = { fatal: true, ignoreBOM: true };
  new TextDecoder(label, options);
  return (bytes, isWhole) => new TextDecoder(label, options).decode(bytes, { stream: !isWhole });
}

/** Decodes bytes as ISO-8859-1, in which every byte is a character. */
export function decodeLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function decodeAscii(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte > 127)) throw new RangeError("not ASCII");
  return decodeLatin1(bytes);
}

/** Node decodes this one as latin-1 in some of its versions; and Python refuses the five bytes that stand for nothing. */
function decodeWindows1252(bytes: Uint8Array): string {
  return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (character) => {
    const found = windows1252[character.charCodeAt(0) - 0x80] ?? " ";
    if (found === " ") throw new RangeError("not windows-1252");
    return found;
  });
}
