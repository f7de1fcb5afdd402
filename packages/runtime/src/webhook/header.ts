import type { WebhookHeaders } from "./webhook-request.js";

/** The value of a header, whose name is given in lower case; several of one name are joined by commas, as HTTP does. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === "function") return headers.get(name) ?? undefined;
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return value === undefined ? undefined : String(value);
}
