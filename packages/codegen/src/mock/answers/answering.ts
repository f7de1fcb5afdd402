import type { JsonValue } from "../../signature.js";
import type { Answer } from "../http/answer.js";
import type { MockCall } from "../http/routes.js";
import type { Sampler } from "../sample/sampler.js";
import type { Validator } from "../validation/validator.js";

/** How a mock answers, by the transport of its chain. What it answers is JSON, so that a file can say it. */
export interface Answering {
  /** Lists what is wrong with an answer. */
  readonly validate: Validator;
  /** Makes what gives samples; nothing where no sample fits. */
  readonly createSampler: (seed: number) => Promise<Sampler | undefined>;
  /** Writes an answer for the one who called. */
  readonly write: (answer: JsonValue, call: MockCall) => Answer;
}
