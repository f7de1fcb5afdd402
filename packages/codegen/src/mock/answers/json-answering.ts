import type { ChainSignature } from "../../signature.js";
import { compileSchema, type Prepared } from "../compile-schema.js";
import { jsonAnswer } from "../http/answer.js";
import { createSampler } from "../sample/sampler.js";
import type { Answering } from "./answering.js";

/** Answers with the chain's result. */
export async function jsonAnswering(signature: ChainSignature): Promise<Prepared<{ readonly answering: Answering }>> {
  const output = signature.output ?? true;
  const compiled = await compileSchema(output, "output", signature);
  if (!compiled.ok) return compiled;
  const { validate } = compiled;
  const answering: Answering = {
    validate,
    createSampler: (seed) => createSampler(output, validate, seed),
    write: (answer) => jsonAnswer(200, answer),
  };
  return { ok: true, answering };
}
