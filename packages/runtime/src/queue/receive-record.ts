import type { Answer, Receive } from "../response/answer.js";
import { decodeFailure } from "../response/failure.js";
import { isRecord } from "../response/json.js";
import { readReply } from "../response/read-reply.js";
import { resultIn } from "../response/result.js";

/** Makes a result of an answer's JSON object; `undefined` from `read` says that it is not what was asked for. */
export function receiveRecord<Result>(
  what: string,
  read: (record: Record<string, unknown>) => Result | undefined,
): Receive<Result> {
  return async (answer: Answer) => {
    const reply = await readReply(answer);
    const value = resultIn(reply);
    const result = isRecord(value) ? read(value) : undefined;
    if (result !== undefined) return result;
    throw decodeFailure(reply, `the answer has no ${what}`);
  };
}

/** A text of an answer, where there is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
