/**
 * How many bytes a text of base64 holds, as Python's `b64decode` counts them: it drops the characters that are not of
 * the alphabet, and asks for the padding.
 */
export function decodedLength(text: string): { readonly bytes: number } | { readonly fault: string } {
  const characters = text.replace(/[^A-Za-z0-9+/=]/g, "");
  const data = /^[^=]*/.exec(characters)?.[0].length ?? 0;
  const padding = characters.length - data;
  const remainder = data % 4;
  if (remainder === 1) {
    const cause = `number of data characters (${data}) cannot be 1 more than a multiple of 4`;
    return { fault: `Invalid base64-encoded string: ${cause}` };
  }
  if (remainder > 1 && padding < 4 - remainder) return { fault: "Incorrect padding" };
  return { bytes: Math.floor((data * 3) / 4) };
}
