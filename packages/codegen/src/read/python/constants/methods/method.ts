import type { Constant } from "../constant.js";
import type { ConstantArguments } from "../constant-arguments.js";

/** What a method of a constant gives, called with constants; `undefined` where that is not known. */
export type ConstantMethod = (subject: Constant, given: ConstantArguments) => Constant | undefined;

/** The only argument; `undefined` where there are none or several. */
export function only(given: readonly Constant[]): Constant | undefined {
  return given.length === 1 ? given[0] : undefined;
}

/** The text at a position. */
export function textArgument(given: readonly Constant[], index: number): string | undefined {
  const argument = given[index];
  return argument?.kind === "string" ? argument.value : undefined;
}

/** The whole number at a position, where it is a reasonable width or count. */
export function intArgument(given: readonly Constant[], index: number): number | undefined {
  const argument = given[index];
  const isReasonable = argument?.kind === "int" && argument.value >= -10_000n && argument.value <= 10_000n;
  return isReasonable ? Number(argument.value) : undefined;
}
