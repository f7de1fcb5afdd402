/**
 * While a message is read, keys have a letter in front: that way the texts among them are told from bytes, and none has a
 * meaning in JavaScript.
 */

/** A key that is a text. */
export function textKey(text: string): string {
  return `t${text}`;
}

/** A key that is bytes. */
export function binaryKey(text: string): string {
  return `b${text}`;
}

/** The key itself. */
export function bareKey(key: string): string {
  return key.slice(1);
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a few bytes, which are ASCII nearly always: then a decoder would take longer than they do. */
export function shortText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    if (byte >= 0x80 || text.length >= 32) return utf8.decode(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}
