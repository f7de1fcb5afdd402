export type { AsyncEnd, AsyncFailed, AsyncResult, AsyncSucceeded } from "./async-result.js";
export { parseWebhook } from "./parse-webhook.js";
export type { WebhookOptions } from "./webhook-options.js";
export type { ReceivedRequest, WebhookHeaders, WebhookRequest } from "./webhook-request.js";
