import type { ChangeLevel, ChangeRule } from "./rules.js";

/** One thing that has changed for callers. */
export interface SignatureChange {
  readonly rule: ChangeRule;
  readonly level: Exclude<ChangeLevel, "none">;
  /** Where: `input.params.top_k`, `output[0]`, `output.items[].name`, `types.Params`, `exports.invokeHello`. */
  readonly place: string;
  /** What was there, in TypeScript if it is a type; omitted if nothing was there, or if it says nothing. */
  readonly before?: string;
  /** What is there now, in the same form. */
  readonly after?: string;
}

/** What has changed from one signature to another, for callers in TypeScript. */
export interface SignatureDiff {
  /** The level of the change that reaches furthest: `none` if the same client is generated. */
  readonly level: ChangeLevel;
  /** Those that break callers come first; otherwise in the order of the signature. */
  readonly changes: readonly SignatureChange[];
}

/** Takes note of a change. */
export type Report = (rule: ChangeRule, place: string, before?: string, after?: string) => void;
