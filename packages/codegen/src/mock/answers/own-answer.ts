import { inspect } from "node:util";
import type { JsonValue } from "../../signature.js";
import { type Answer, containerError, remoteException } from "../http/answer.js";
import { streamAnswer } from "../http/stream-answer.js";
import type { Outcome } from "../predict.js";
import { problemNote } from "../validation/problem.js";
import type { Validator } from "../validation/validator.js";

/** A function of the user's that makes the answer to an input. */
type OwnAnswer = (input: never) => unknown;

/** Makes what answers by a function of the user's. What it throws, the chain raises; what does not fit the chain is told. */
export function ownAnswer(answer: OwnAnswer, validate: Validator, isStream: boolean): (input: JsonValue) => Outcome {
  return (input) => {
    let result: JsonValue;
    try {
      const given = answer(input as never);
      if (given instanceof Promise) return unawaited(given);
      result = jsonOf(given);
    } catch (cause) {
      return raised(cause, isStream);
    }
    const lines = validate(result).map((problem) => problemNote(problem, "the answer"));
    if (lines.length === 0) return { ok: true, result };
    return failed(`the mock's \`answer\` is not something that the chain returns: ${lines.join(" ")}`);
  };
}

/** What is no JSON becomes what it is there: a field that is `undefined` is left out. */
function jsonOf(result: unknown): JsonValue {
  return JSON.parse(JSON.stringify(result ?? null)) as JsonValue;
}

/** A stream has begun by the time that its chain raises: it just ends. */
function raised(cause: unknown, isStream: boolean): Outcome {
  const { name, message } = cause instanceof Error ? cause : new Error(textOf(cause));
  const exception = remoteException(name, message);
  const refusal: Answer = isStream ? { ...streamAnswer([]), reason: `${name}: ${message}` } : exception;
  return { ok: false, refusal, message: `${name}: ${message}`, hasRun: true };
}

/** Nobody waits for a promise: what it rejects with must not end the process. */
function unawaited(promise: Promise<unknown>): Outcome {
  promise.catch(() => undefined);
  return failed("the mock's `answer` gives a promise: it has to be a function that is not `async`");
}

/** What is thrown may be anything: not every object can be made a text by JavaScript itself. */
function textOf(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : inspect(thrown);
}

function failed(message: string): Outcome {
  return { ok: false, refusal: containerError(500, 600, message), message, hasRun: true };
}
