import type { WebhookHeaders } from "./webhook-request.js";

/** The value of a header, whose name is given in lower case; several of one name are joined by commas, as HTTP does. */
export function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  const value = (typeof headers.get === "function" ? headers.get(name) : entry?.[1]) as string | null | undefined;
  return value === undefined || value === null ? undefined : String(value);
}
