import { call } from "../call.js";
import { checkChain } from "../check-chain.js";
import type { CallOptions } from "../options/call-options.js";
import type { BinaryChainDescriptor } from "./binary-chain-descriptor.js";
import { binaryResult } from "./binary-result.js";
import { encodeBinary } from "./encode-binary.js";
import { unpack } from "./message/unpack.js";

/**
 * Calls a chain in binary form (msgpack) and waits for its result. Generated functions call this.
 *
 * Bytes are `Uint8Array` and numpy's arrays are {@link NdArray}, on the way there and back; NaN and infinity pass. Anything
 * else is what the JSON call has: dates, durations, decimals, UUIDs and complex numbers are the same texts.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What the form cannot express is refused.
 * @param options - Where the chain is and how to call it. They override what the module was generated with.
 * @throws An error of the `ChainError` family or, after an abort, the reason of `options.signal`.
 */
export async function invokeBinary<Input, Output, BinaryInput, BinaryOutput>(
  chain: BinaryChainDescriptor<Input, Output, BinaryInput, BinaryOutput>,
  input: BinaryInput,
  options: CallOptions = {},
): Promise<BinaryOutput> {
  checkChain(chain);
  const body = (): Uint8Array<ArrayBuffer> => encodeBinary(chain.name, input);
  const receive = binaryResult(chain.binaryAnswer === "bytes" ? (bytes) => bytes : unpack);
  return (await call({ chain, options, operation: "run_remote", body, receive })) as BinaryOutput;
}
