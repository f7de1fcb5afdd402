import { error } from "../../diagnostics/diagnostic.js";
import type { ChainSignature } from "../../signature.js";
import { type Prepared, refuse } from "../compile-schema.js";
import type { Answering } from "./answering.js";
import { framedAnswering } from "./framed-answering.js";
import { jsonAnswering } from "./json-answering.js";
import { partAnswering } from "./part-answering.js";

/** How a mock of a chain answers, or why there can be none. */
export async function answeringOf(signature: ChainSignature): Promise<Prepared<{ readonly answering: Answering }>> {
  switch (signature.transport) {
    case "json":
      return await jsonAnswering(signature);
    case "text-stream":
    case "byte-stream":
      return await partAnswering(signature);
    case "framed-stream":
      return await framedAnswering(signature);
    case "websocket":
      return refuse(error("TC503", `the mock serves no websockets, and ${signature.name} is one`));
  }
}
