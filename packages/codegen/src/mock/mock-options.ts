import type { ChainSignature, JsonSchema, JsonValue } from "../signature.js";
import type { MockFault } from "./faults/mock-fault.js";
import type { MockRequest } from "./http/request-line.js";

/**
 * The secret that mocks sign webhooks with, where none is given. It is known to everyone, so that it is good for tests
 * alone; its form is that of Baseten's.
 */
export const mockWebhookSecret: string = "whsec_TypedChainsMockTypedChainsMockTypedChain";

/**
 * What a mock stands in for, and how it answers.
 *
 * `Input` is what a function as `answer` takes: the input type of the generated client, say.
 */
export interface MockOptions<Input = Readonly<Record<string, JsonValue>>> {
  /** The chain that it stands in for. */
  readonly signature: ChainSignature;
  /**
   * The result as the schema document of the chain has it, which a reading with the option of this name gives. The mock
   * serves it in its own document. Left out, the document is made from the signature, which is less exact.
   */
  readonly documentedResult?: JsonSchema | undefined;
  /**
   * What each call answers: the chain's result; of a stream of text the list of its parts, of a stream of bytes the same
   * in base64, of a framed stream `{ "header": …, "items": […], "footer": … }`, where a footer that is left out stands for
   * a chain that raises before it. A function makes it from the input of a call, at once: it gives no promise. What it
   * throws, the chain raises. Left out, answers are samples of the chain's output.
   *
   * Of a websocket it is `{ "greeting": […], "replies": [[…], …] }`: what is sent at once, and for the first message that comes,
   * the second, and so on. Each step is a text, `{ "bytes": "<base64>" }` or `{ "close": 1011, "reason": "…" }`. Every other
   * message is sent back as it came.
   */
  readonly answer?: JsonValue | ((input: Input) => unknown) | undefined;
  /**
   * Chooses the samples: the same seed and the same input give the same answer.
   *
   * @defaultValue 1
   */
  readonly seed?: number | undefined;
  /**
   * What the webhooks of queued calls are signed with; an empty text signs none, as the platform does where there is no
   * secret.
   *
   * @defaultValue the value of `mockWebhookSecret`
   */
  readonly webhookSecret?: string | undefined;
  /** What goes wrong with calls, to try out what the caller then does. Left out, nothing does. */
  readonly fault?: MockFault | undefined;
  /** Called once for every request that was answered. */
  readonly onRequest?: ((line: MockRequest) => void) | undefined;
}
