/**
 * Whether one of the secrets made one of the signatures that a header lists: `v1=<hex>`, several while a secret is
 * being replaced, with commas between them. A signature is the HMAC-SHA256 of the raw body; its key is the secret as it
 * is written, `whsec_` included.
 *
 * Every signature is compared with every expected one, to its end: how long it takes tells nothing. The body is hashed
 * once for each secret, so that a header with many signatures costs no more.
 *
 * Source: Baseten docs, "Async inference".
 */
export async function isSigned(
  header: string,
  body: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  const listed = header.split(",").map((signature) => signature.trim());
  const expected = await Promise.all(secrets.map((secret) => signatureOf(body, secret)));
  const comparisons = expected.flatMap((signature) => listed.map((other) => isSame(signature, other)));
  return comparisons.includes(true);
}

async function signatureOf(body: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, body));
  return `v1=${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Compares two texts in a time that depends on their lengths alone. */
function isSame(expected: string, other: string): boolean {
  if (expected.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= expected.charCodeAt(index) ^ other.charCodeAt(index);
  }
  return difference === 0;
}
