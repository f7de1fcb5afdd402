import type { Delivery } from "../http/answer.js";
import type { Fault } from "./fault.js";

/** What happens to an answer on its way. */
export const deliveryFaults: Readonly<Record<"reset" | "stall" | "slow" | "cut-body", Fault>> = {
  reset: delivered("reset"),
  stall: delivered("stall"),
  slow: delivered("slow"),
  "cut-body": delivered("cut"),
};

function delivered(delivery: Delivery): Fault {
  return { spoil: (answer) => ({ ...answer, delivery }) };
}
