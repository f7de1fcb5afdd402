import type { AddressedCallOptions } from "./addressed-call-options.js";
import type { CallOptions } from "./call-options.js";

/** The options of a call that is answered with a stream. `timeoutMs` ends with the headers of the answer. */
export interface StreamCallOptions extends CallOptions {
  /**
   * How long the stream may be silent once it has begun, in milliseconds; `Infinity` for no limit. The time counts only
   * while the next part is awaited. The default is a little more than what the platform itself allows, 60 s
   * (`streaming_read_timeout` of the chainlet's options).
   *
   * @defaultValue 65_000
   */
  stallTimeoutMs?: number | undefined;
  /**
   * How long one frame may be, in bytes. Text and bytes have no frames. The default is the most that the platform accepts
   * in a request.
   *
   * @defaultValue 104_857_600
   */
  maxFrameBytes?: number | undefined;
}

/** {@link StreamCallOptions} that say where the chain is: a module that was generated without a chain id asks for them. */
export type AddressedStreamCallOptions = AddressedCallOptions & StreamCallOptions;
