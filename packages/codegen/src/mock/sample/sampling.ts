import type { JsonSchema, JsonValue } from "../../signature.js";
import type { Resolve } from "../validation/resolve-reference.js";
import type { Faker } from "./faker.js";
import type { Height } from "./heights.js";
import type { Random } from "./random.js";

/** How values are chosen: as people would expect them, or any that fit. */
export type Style = "likely" | "any";

/** What the parts of a sampler share. */
export interface Sampling {
  readonly resolve: Resolve;
  readonly height: Height;
  readonly faker: Faker;
  readonly random: Random;
  readonly style: Style;
  /** Whether a value fits a schema, as far as our own check knows. */
  readonly fits: (schema: JsonSchema, value: JsonValue) => boolean;
}

/** Where in a sample a value is. */
export interface Place {
  readonly depth: number;
  /** The words of the field that it is of; those of a list's item are the list's. */
  readonly words: readonly string[];
}
