import type { ChainSignature, JsonValue } from "../signature.js";
import type { MockRequest } from "./http/serve.js";

/** What a mock stands in for, and how it answers. */
export interface MockOptions {
  readonly signature: ChainSignature;
  /**
   * What each call answers: the chain's result; of a stream of text the list of its parts, of a stream of bytes the same
   * in base64, of a framed stream `{ "header": …, "items": […], "footer": … }`, where a footer that is left out stands for
   * a chain that raises before it. Left out, answers are samples of the chain's output.
   */
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
