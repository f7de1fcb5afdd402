import type { IncomingMessage } from "node:http";

/** The body of a request, or that it is larger than allowed. */
export type BodyResult = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };

/**
 * Reads a body up to a number of bytes. The rest of a larger one is not read.
 *
 * @throws Error where the connection breaks off before the body is complete.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<BodyResult> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return { ok: false };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) return { ok: false };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}
