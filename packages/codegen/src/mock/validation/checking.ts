import type { JsonSchema, JsonValue } from "../../signature.js";
import type { Location } from "./location.js";
import type { Problem } from "./problem.js";
import type { Resolve } from "./resolve-reference.js";

/** Lists what is wrong with a value, in pydantic's order and words; nothing where it fits. */
export type Check = (schema: JsonSchema, value: JsonValue, location: Location) => readonly Problem[];

/** Whether a value goes into the chain or comes out of it. On the way out `null` stands for NaN and infinities. */
export type Side = "input" | "output";

/** What the parts of the check share. */
export interface Checking {
  readonly side: Side;
  readonly resolve: Resolve;
  /** The whole check, for the parts of a value. */
  readonly check: Check;
}
