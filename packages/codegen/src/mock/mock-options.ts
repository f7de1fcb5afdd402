import type { ChainSignature, JsonValue } from "../signature.js";
import type { MockRequest } from "./http/serve.js";

/** What a mock stands in for, and how it answers. */
export interface MockOptions {
  readonly signature: ChainSignature;
  /** What each call answers. Left out, answers are samples of the chain's output. */
  readonly answer?: JsonValue;
  /**
   * Chooses the samples: the same seed and the same input give the same answer.
   *
   * @defaultValue 1
   */
  readonly seed?: number;
  /** Called once for every request that was answered. */
  readonly onRequest?: (line: MockRequest) => void;
}
