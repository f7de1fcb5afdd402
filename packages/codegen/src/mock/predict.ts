import type { JsonValue } from "../signature.js";
import { MessageError } from "./binary/message-error.js";
import { readMessage } from "./binary/read-message.js";
import { type Answer, containerError, unhandledException } from "./http/answer.js";
import type { MockCall } from "./http/routes.js";
import { JsonDepthError, JsonTextError } from "./json/json-text-error.js";
import { parsePythonJson } from "./json/parse-python-json.js";
import { inputErrorText, type Problem } from "./validation/problem.js";
import type { Validator } from "./validation/validator.js";

/** The chain that the mock stands in for. */
export interface MockChain {
  readonly validate: Validator;
  /** What comes of an input that fits. */
  readonly respond: (input: JsonValue) => Outcome;
  /** Writes what the chain returns for the one who called: as JSON, in binary form, or as a stream. */
  readonly write: (result: JsonValue, call: MockCall) => Answer;
  /** Whether it can be called asynchronously, which a stream cannot. */
  readonly isQueueable: boolean;
}

/** What came of a call: the chain's result, or why there is none. */
export type Outcome =
  | { readonly ok: true; readonly result: JsonValue }
  | {
      readonly ok: false;
      readonly refusal: Answer;
      readonly message: string;
      /** The input is not to blame. */
      readonly hasRun?: true;
    };

/** Answers a call of the chain, as the model server answers `:predict`. */
export function predict(chain: MockChain, call: MockCall): Answer {
  const read = isBinary(call) ? readBinary(call.body) : readJson(call.body);
  if (!read.ok) return read.refusal;
  const outcome = runChain(chain, read.result);
  return outcome.ok ? chain.write(outcome.result, call) : outcome.refusal;
}

/** Reads a body, as Python would. */
export function readJson(body: Uint8Array): Outcome {
  try {
    return { ok: true, result: parsePythonJson(body) };
  } catch (cause) {
    if (cause instanceof JsonTextError) return badInput([{ location: ["__root__"], message: cause.message }]);
    if (cause instanceof JsonDepthError) return failed(`RecursionError: ${cause.message}`);
    throw cause;
  }
}

/** Reads a body of msgpack, as Python would. */
function readBinary(body: Uint8Array): Outcome {
  try {
    return { ok: true, result: readMessage(body) };
  } catch (cause) {
    if (cause instanceof MessageError) return failed(cause.message);
    throw cause;
  }
}

/** Validates an input and lets the chain answer it. */
export function runChain(chain: MockChain, input: JsonValue): Outcome {
  const problems = chain.validate(input);
  const escaped = problems.find((problem) => problem.escapes === true);
  if (escaped !== undefined) return failed(escaped.message);
  return problems.length > 0 ? badInput(problems) : chain.respond(input);
}

function badInput(problems: readonly Problem[]): Outcome {
  const message = inputErrorText(problems);
  return { ok: false, refusal: containerError(400, 700, message), message };
}

function failed(message: string): Outcome {
  return { ok: false, refusal: unhandledException(message), message };
}

/** The one content type that the server looks for: it asks for msgpack, in and out. */
export function isBinary(call: MockCall): boolean {
  const type = call.headers["content-type"];
  return typeof type === "string" && type.split(";")[0]?.trim().toLowerCase() === "application/octet-stream";
}
