import type { ChainSignature, JsonValue } from "../../signature.js";
import { MessageError } from "../binary/message-error.js";
import { messageWriter } from "../binary/write-message.js";
import { compileSchema, type Prepared } from "../compile-schema.js";
import { type Answer, jsonAnswer, unhandledException } from "../http/answer.js";
import { isBinary } from "../predict.js";
import { createSampler } from "../sample/sampler.js";
import type { Answering } from "./answering.js";

/** Answers with the chain's result. */
export async function jsonAnswering(signature: ChainSignature): Promise<Prepared<{ readonly answering: Answering }>> {
  const output = signature.output ?? true;
  const compiled = await compileSchema(output, "output", signature);
  if (!compiled.ok) return compiled;
  const { validate } = compiled;
  const writeMessage = messageWriter(output);
  const answering: Answering = {
    validate,
    createSampler: (seed) => createSampler(output, validate, seed),
    write: (answer, call) => (isBinary(call) ? binaryAnswer(answer, writeMessage) : jsonAnswer(200, answer)),
  };
  return { ok: true, answering };
}

/** The form of the answer follows that of the request. */
function binaryAnswer(answer: JsonValue, writeMessage: (result: JsonValue) => Uint8Array): Answer {
  try {
    return { status: 200, headers: { "content-type": "application/octet-stream" }, body: writeMessage(answer) };
  } catch (cause) {
    if (cause instanceof MessageError) return unhandledException(cause.message);
    throw cause;
  }
}
