import type { ChainDescriptor } from "../chain.js";

/**
 * A chain that can be called with JSON and in binary form, where bytes and arrays have types of their own. Modules that were
 * generated with `--binary` export one per chain.
 */
export interface BinaryChainDescriptor<in out Input, in out Output, in out BinaryInput, in out BinaryOutput>
  extends ChainDescriptor<Input, Output> {
  /**
   * What the chain answers in binary form where that is no message: a result that is bytes, and nothing but bytes, comes as it
   * is. Left out, the answer is a message of msgpack.
   */
  readonly binaryAnswer?: "bytes";
  /** Never there at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~binary"?: { input: BinaryInput; output: BinaryOutput };
}
