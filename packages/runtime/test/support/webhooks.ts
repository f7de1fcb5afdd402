import { createHmac } from "node:crypto";

/** A secret as Baseten makes them. */
export const secret = "whsec_AbCdEfGhIj0123456789KlMnOpQrStUvWxYz9876";

/** The one before it, which is valid for a day longer. */
export const oldSecret = "whsec_zyxwvutsrqponmlkjihgfedcba0123456789ABCD";

/** When the messages of the tests are sent. */
export const sentAt = "2026-03-04T05:06:07.123456Z";

/** What the platform posts, with some of it changed. */
export function message(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const ids = { request_id: "9876543210abcdef", model_id: "m1", deployment_id: "d1" };
  return { ...ids, type: "async_request_completed", time: sentAt, data: "Hello, Zoë 👋!", errors: [], ...change };
}

/** One signature of a body, as a header lists it. */
export function signatureOf(body: string | Uint8Array, key: string = secret): string {
  return `v1=${createHmac("sha256", key).update(body).digest("hex")}`;
}

/** A webhook of this body, signed, with further headers or others. */
export function webhookOf(
  body: unknown,
  headers: Readonly<Record<string, string | undefined>> = {},
): { headers: Record<string, string | undefined>; body: string | Uint8Array } {
  const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const signed = { "x-baseten-request-id": "9876543210abcdef", "x-baseten-signature": signatureOf(raw) };
  return { headers: { ...signed, ...headers }, body: raw };
}
