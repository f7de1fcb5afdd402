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
