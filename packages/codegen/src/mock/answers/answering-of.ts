import type { ChainSignature, Transport } from "../../signature.js";
import type { Prepared } from "../compile-schema.js";
import type { Answering } from "./answering.js";
import { framedAnswering } from "./framed-answering.js";
import { jsonAnswering } from "./json-answering.js";
import { partAnswering } from "./part-answering.js";

/** How a mock of a chain that is called answers, or why there can be none. */
export async function answeringOf(
  signature: ChainSignature,
  transport: Exclude<Transport, "websocket">,
): Promise<Prepared<{ readonly answering: Answering }>> {
  switch (transport) {
    case "json":
      return await jsonAnswering(signature);
    case "text-stream":
    case "byte-stream":
      return await partAnswering(signature);
    case "framed-stream":
      return await framedAnswering(signature);
  }
}
