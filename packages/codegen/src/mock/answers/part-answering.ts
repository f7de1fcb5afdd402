import type { ChainSignature, JsonSchemaObject, JsonValue } from "../../signature.js";
import { compileSchema, type Prepared } from "../compile-schema.js";
import { gatheredAnswer, streamAnswer, wantsGathered } from "../http/stream-answer.js";
import { createSampler, type Sampler } from "../sample/sampler.js";
import { type Problem, problem } from "../validation/problem.js";
import type { Answering } from "./answering.js";

/** The parts of a stream: each is a text. */
const parts: JsonSchemaObject = { type: "array", items: { type: "string" }, minItems: 3, maxItems: 6 };

/** How the parts of a stream stand in JSON. */
interface PartForm {
  readonly toBytes: (part: string) => Buffer;
  /** The JSON of a sample, which is a text. */
  readonly toPart: (sample: string) => string;
  /** What is wrong with a part, if anything is. */
  readonly complaintOf: (part: string) => string | undefined;
}

const textForm: PartForm = {
  toBytes: (part) => Buffer.from(part),
  toPart: (sample) => `${sample} `,
  complaintOf: () => undefined,
};

const byteForm: PartForm = {
  toBytes: (part) => Buffer.from(part, "base64"),
  toPart: (sample) => Buffer.from(sample).toString("base64"),
  complaintOf: (part) => {
    const isBase64 = Buffer.from(part, "base64").toString("base64") === part;
    return isBase64 ? undefined : "Input should be a valid base64 string";
  },
};

/** Answers with a stream of text or bytes. In JSON it is a list of its parts: texts, or bytes in base64. */
export async function partAnswering(signature: ChainSignature): Promise<Prepared<{ readonly answering: Answering }>> {
  const form = signature.transport === "byte-stream" ? byteForm : textForm;
  const compiled = await compileSchema({ type: "array", items: { type: "string" } }, "output", signature);
  if (!compiled.ok) return compiled;
  const answering: Answering = {
    validate: (answer) => {
      const problems = compiled.validate(answer);
      return problems.length > 0 ? problems : textsOf(answer).flatMap((part, at) => complaints(form, part, at));
    },
    createSampler: async (seed) => sampled(await createSampler(parts, compiled.validate, seed), form),
    write: (answer, call) => {
      const chunks = textsOf(answer).map(form.toBytes);
      return wantsGathered(call) ? gatheredAnswer(Buffer.concat(chunks)) : streamAnswer(chunks);
    },
  };
  return { ok: true, answering };
}

function complaints(form: PartForm, part: string, at: number): readonly Problem[] {
  const complaint = form.complaintOf(part);
  return complaint === undefined ? [] : problem([at], complaint);
}

function sampled(sampler: Sampler | undefined, form: PartForm): Sampler | undefined {
  return sampler && ((number) => textsOf(sampler(number)).map(form.toPart));
}

function textsOf(answer: JsonValue): readonly string[] {
  return Array.isArray(answer) ? answer.filter((part) => typeof part === "string") : [];
}
