export { fromJsonArray, type JsonArray, toJsonArray } from "./arrays/json-array.js";
export { isNdArray, NdArray } from "./arrays/nd-array.js";
export type { TypedArray } from "./arrays/typed-array.js";
export type { BinaryChainDescriptor } from "./binary-chain-descriptor.js";
export { invokeBinary } from "./invoke-binary.js";
