import { call } from "./call.js";
import type { ChainDescriptor } from "./chain.js";
import type { CallOptions } from "./options/call-options.js";
import { encodeInput } from "./request/encode-input.js";
import { resultOf } from "./response/result.js";

/**
 * Calls a chain and waits for its result. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot express is refused.
 * @param options - Where the chain is and how to call it. They override what the module was generated with.
 * @returns The chain's JSON result, as parsed: nothing in it is converted.
 * @throws An error of the {@link ChainError} family or, after an abort, the reason of `options.signal`.
 */
export function invoke<Input, Output>(
  chain: ChainDescriptor<Input, Output>,
  input: Input,
  options: CallOptions = {},
): Promise<Output> {
  const body = (): string => encodeInput(chain.name, input);
  return call({ chain, options, operation: "run_remote", body, receive: resultOf }) as Promise<Output>;
}
