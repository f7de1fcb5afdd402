import { type Diagnostic, warning } from "../../diagnostics/diagnostic.js";
import type { ChainSignature } from "../../signature.js";
import { rawBytes } from "./raw-bytes.js";
import { unanswerableIn } from "./unanswerable.js";

/** Whether a chain can be called in binary form, and what is to be said about it. */
export interface BinaryVerdict {
  readonly isPossible: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges whether the server can answer a chain's result in binary form. */
export function judgeBinary({ name, output = true }: ChainSignature, file: string): BinaryVerdict {
  const { certain, enumerations } = unanswerableIn(output);
  const reasons = [
    ...certain.map((kind) => `has ${kind} in it`),
    ...(rawBytes(output) === "sometimes" ? ["is bytes or something else, which nothing tells apart"] : []),
  ];
  if (reasons.length > 0) {
    const message = `the result of \`${name}\` cannot be answered in binary form: it ${reasons.join(", and ")}`;
    const help = "the chain gets no binary call; its JSON call is as always";
    return { isPossible: false, diagnostics: [warning("TC305", message, { help, location: { file } })] };
  }
  const names = enumerations.map((enumeration) => `\`${enumeration}\``).join(", ");
  const message = `the result of \`${name}\` may fail in binary form: it has ${names} in it`;
  const help = "in binary form the server writes an enumeration only where its class is also a `str` or an `int`";
  const doubts = enumerations.length === 0 ? [] : [warning("TC306", message, { help, location: { file } })];
  return { isPossible: true, diagnostics: doubts };
}
