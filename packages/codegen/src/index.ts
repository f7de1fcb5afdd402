export type { ChainSignature, JsonSchema, JsonSchemaObject, Transport } from "./signature.js";
