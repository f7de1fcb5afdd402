import type { Transport } from "../../signature.js";
import type { Answer } from "../http/answer.js";

/** Something that goes wrong between a chain and its caller. */
export interface Fault {
  /** The transports of the chains that it can happen to; left out, to any. */
  readonly transports?: readonly Transport[];
  /** Makes of a proper answer what comes instead. */
  readonly spoil: (answer: Answer) => Answer;
}
