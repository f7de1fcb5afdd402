import type { ChainDescriptor } from "../chain.js";

/**
 * A chain that can be called with JSON and in binary form, where bytes and arrays have types of their own. Modules that were
 * generated with `--binary` export one per chain.
 */
export interface BinaryChainDescriptor<in out Input, in out Output, in out BinaryInput, in out BinaryOutput>
  extends ChainDescriptor<Input, Output> {
  /**
   * What a binary call is answered with, where that is not msgpack: a result that is bytes, and nothing but bytes, comes as
   * it is. Left out, it is msgpack.
   */
  readonly binaryAnswer?: "bytes";
  /** Never present at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~binary"?: { input: BinaryInput; output: BinaryOutput };
}
