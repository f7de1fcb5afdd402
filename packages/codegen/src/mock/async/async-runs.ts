import { randomUUID } from "node:crypto";
import type { JsonValue } from "../../signature.js";
import { type Answer, jsonAnswer, platformError } from "../http/answer.js";
import type { MockCall } from "../http/routes.js";
import { isBinary, type MockChain, readJson, runChain } from "../predict.js";
import { createRequestRecords, type RequestRecords } from "./request-records.js";
import { readSubmission, type Submission } from "./submission.js";
import { deliver, type WebhookPayload, webhookTo } from "./webhook.js";

/** The platform queues bodies up to this size: 256 KiB. */
const bodyLimit = 262_144;

/** The calls that run after they were answered. */
export interface AsyncRuns {
  /** Takes a call and answers with the id of its request. */
  submit(call: MockCall): Answer;
  /** What is known of the calls that were taken. */
  readonly records: RequestRecords;
  /** Gives up what is not delivered yet. */
  close(): void;
}

/** Starts with no call. The platform's queue is empty at all times: a call runs at once. */
export function createAsyncRuns(chain: MockChain, webhookSecret: string): AsyncRuns {
  const closing = new AbortController();
  const records = createRequestRecords();
  const submit = (call: MockCall): Answer => {
    if (!chain.isQueueable) return platformError(400, "A chain that streams cannot be called asynchronously");
    const read = readCall(call);
    if (!("submission" in read)) return read;
    const { submission } = read;
    const requestId = randomUUID().replaceAll("-", "");
    const accepted = (failure?: string): void => {
      records.add(requestId, submission.webhook !== undefined);
      const taken = { requestId, records, webhookSecret, failure };
      setImmediate(() => void run(chain, taken, submission, closing.signal));
    };
    return { ...jsonAnswer(201, { request_id: requestId }), accepted };
  };
  return { submit, records, close: () => closing.abort() };
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

/** A call that was taken, where to note what becomes of it, and what its webhook is signed with. */
interface TakenCall {
  readonly requestId: string;
  readonly records: RequestRecords;
  readonly webhookSecret: string;
  /** Why the chain fails, where it is to. */
  readonly failure: string | undefined;
}

async function run(chain: MockChain, taken: TakenCall, submission: Submission, closing: AbortSignal): Promise<void> {
  const { requestId, records, webhookSecret, failure } = taken;
  if (records.get(requestId)?.status !== "QUEUED") return;
  records.change(requestId, { status: "IN_PROGRESS" });
  const { data, errors } = endOf(chain, submission.input, failure);
  const status = errors.length === 0 ? "SUCCEEDED" : "FAILED";
  if (submission.webhook === undefined) return records.change(requestId, { status, errors });
  const webhook = webhookTo(submission.webhook, payloadOf(requestId, data, errors), webhookSecret);
  const isDelivered = await deliver(webhook, closing);
  const webhook_status = isDelivered ? "SUCCEEDED" : "FAILED";
  records.change(requestId, {
    status: isDelivered || status === "FAILED" ? status : "WEBHOOK_FAILED",
    webhook_status,
    errors,
  });
}

/** What comes of a call: its result, or why it has none. */
function endOf(
  chain: MockChain,
  input: JsonValue,
  failure: string | undefined,
): Pick<WebhookPayload, "data" | "errors"> {
  const outcome = runChain(chain, input);
  if (!outcome.ok) {
    const code = outcome.hasRun === true ? "MODEL_PREDICT_ERROR" : "MODEL_INVALID_INPUT";
    return { data: null, errors: [{ code, message: outcome.message }] };
  }
  if (failure === undefined) return { data: outcome.result, errors: [] };
  return { data: null, errors: [{ code: "MODEL_PREDICT_ERROR", message: failure }] };
}

function payloadOf(requestId: string, data: JsonValue, errors: WebhookPayload["errors"]): WebhookPayload {
  const ids = { request_id: requestId, model_id: "mock", deployment_id: "mock" };
  const time = new Date().toISOString().replace("Z", "000Z");
  return { ...ids, type: "async_request_completed", time, data, errors };
}
