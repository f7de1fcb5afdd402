import { randomUUID } from "node:crypto";
import { type Answer, jsonAnswer, platformError } from "../http/answer.js";
import type { MockCall } from "../http/routes.js";
import { isBinary, type MockChain, readJson, runChain } from "../predict.js";
import { readSubmission, type Submission } from "./submission.js";
import { deliver, type WebhookPayload } from "./webhook.js";

/** The platform queues bodies up to this size: 256 KiB. */
const bodyLimit = 262_144;

/** The calls that run after they were answered. */
export interface AsyncRuns {
  /** Takes a call and answers with the id of its request. */
  submit(call: MockCall): Answer;
  /** Gives up what is not delivered yet. */
  close(): void;
}

/** Starts with no call. The platform's queue is empty at all times: a call runs at once. */
export function createAsyncRuns(chain: MockChain): AsyncRuns {
  const closing = new AbortController();
  const submit = (call: MockCall): Answer => {
    const read = readCall(call);
    if (!("submission" in read)) return read;
    const requestId = randomUUID().replaceAll("-", "");
    setImmediate(() => void run(chain, requestId, read.submission, closing.signal));
    return jsonAnswer(201, { request_id: requestId });
  };
  return { submit, close: () => closing.abort() };
}

function readCall(call: MockCall): Answer | { readonly submission: Submission } {
  if (isBinary(call)) return platformError(501, "The mock takes asynchronous calls in JSON alone");
  if (call.body.length > bodyLimit) {
    return platformError(413, `Payload too large: ${call.body.length} bytes, the limit is ${bodyLimit}`);
  }
  const json = readJson(call.body);
  if (!json.ok) return platformError(400, json.message);
  const result = readSubmission(json.result);
  return result.ok ? result : platformError(400, result.message);
}

async function run(chain: MockChain, requestId: string, submission: Submission, closing: AbortSignal): Promise<void> {
  const outcome = runChain(chain, submission.input);
  if (submission.webhook === undefined) return;
  const code = "MODEL_INVALID_INPUT";
  const payload: WebhookPayload = {
    request_id: requestId,
    model_id: "mock",
    deployment_id: "mock",
    type: "async_request_completed",
    time: new Date().toISOString().replace("Z", "000Z"),
    data: outcome.ok ? outcome.result : null,
    errors: outcome.ok ? [] : [{ code, message: outcome.message }],
  };
  await deliver(submission.webhook, payload, closing);
}
