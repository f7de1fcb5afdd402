/** How many bytes become arguments of one call: engines limit their number. */
const chunkSize = 8192;

/** Bytes as standard base64. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += chunkSize) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunkSize));
  }
  return btoa(text);
}

/**
 * The bytes of standard base64.
 *
 * @throws TypeError where the text is none.
 */
export function bytesOfBase64(text: string): Uint8Array {
  try {
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
    return bytes;
  } catch (cause) {
    throw new TypeError("`data_b64` is not base64", { cause });
  }
}
