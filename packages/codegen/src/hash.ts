// Not by an import: that would also load all of Web Crypto, which takes longer than an unchanged run.
const { hash } = process.getBuiltinModule("node:crypto");

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content);
}
