import type { ChainSignature } from "../signature.js";

/** A signature as its own document has it: JSON knows no `-0`, which Python does. */
export function plainSignature(signature: ChainSignature): ChainSignature {
  return JSON.parse(JSON.stringify(signature)) as ChainSignature;
}
