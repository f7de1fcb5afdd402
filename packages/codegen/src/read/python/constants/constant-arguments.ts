import type { Constant } from "./constant.js";

/** The arguments of a call, by position and by keyword, whose values are all known. */
export interface ConstantArguments {
  readonly positional: readonly Constant[];
  readonly keywords: ReadonlyMap<string, Constant>;
}
