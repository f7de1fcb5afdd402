import { type Answer, jsonAnswer, platformError } from "../http/answer.js";
import type { RequestRecord, RequestRecords } from "./request-records.js";

/** Answers where a queued call is. */
export function statusAnswer(records: RequestRecords, requestId: string): Answer {
  const record = records.get(requestId);
  return record === undefined ? unknown(requestId) : jsonAnswer(200, record);
}

/** Takes a call out of the queue, if it still waits there. */
export function cancelAnswer(records: RequestRecords, requestId: string): Answer {
  const record = records.get(requestId);
  if (record === undefined) return unknown(requestId);
  const canceled = record.status === "QUEUED";
  if (canceled) records.change(requestId, { status: "CANCELED", webhook_status: "CANCELED" });
  return jsonAnswer(200, { request_id: requestId, canceled, message: messageOf(record) });
}

/** Answers how many calls wait and run. */
export function queueAnswer(records: RequestRecords): Answer {
  const ids = { model_id: "mock", deployment_id: "mock" };
  const numbers = {
    num_queued_requests: records.count("QUEUED"),
    num_in_progress_requests: records.count("IN_PROGRESS"),
  };
  return jsonAnswer(200, { ...ids, ...numbers });
}

function messageOf({ status }: RequestRecord): string {
  return status === "QUEUED" ? "The request was canceled." : `The request is ${status} and cannot be canceled.`;
}

function unknown(requestId: string): Answer {
  return platformError(404, `There is no request ${requestId}`);
}
