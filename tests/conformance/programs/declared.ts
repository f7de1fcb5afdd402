import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import type { Named } from "./annotations.js";
import type { Declaration } from "./program.js";

/** A declaration, and how annotations may use it. */
export interface Declared {
  readonly declaration: Declaration;
  readonly named: Named;
}

/** Makes a declaration that may use those before it. */
export type Maker = (random: Random, name: string, key: string, before: readonly Named[]) => Declared;
