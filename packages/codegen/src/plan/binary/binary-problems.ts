import { type Diagnostic, warning } from "../../diagnostics/diagnostic.js";
import type { ChainSignature } from "../../signature.js";
import { rawBytes } from "./raw-bytes.js";
import { unanswerableIn } from "./unanswerable.js";

/** Whether a chain can be called in binary form, and what is to be said about it. */
export interface BinaryVerdict {
  readonly isPossible: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The enumerations that the server may not be able to write. */
  readonly doubtful: readonly string[];
}

/**
 * Judges whether the server can answer a chain's result in binary form.
 *
 * @param scalarEnumerations - the enumerations that it can write, by their keys in `$defs`.
 */
export function judgeBinary(
  { name, output = true }: ChainSignature,
  file: string,
  scalarEnumerations: ReadonlySet<string> = new Set(),
): BinaryVerdict {
  const { certain, enumerations } = unanswerableIn(output);
  const reasons = [
    ...certain.map((kind) => `contains ${kind}`),
    ...(rawBytes(output) === "sometimes" ? ["is bytes or something else, and the two cannot be told apart"] : []),
  ];
  if (reasons.length === 0) {
    const doubtful = [...enumerations].flatMap(([key, title]) => (scalarEnumerations.has(key) ? [] : [title]));
    return { isPossible: true, diagnostics: [], doubtful };
  }
  const message = `the result of \`${name}\` cannot be answered in binary form: it ${reasons.join(", and ")}`;
  const help = "the chain gets no binary call; its JSON call is unaffected";
  const diagnostics = [warning("TC305", message, { help, location: { file } })];
  return { isPossible: false, diagnostics, doubtful: [] };
}

/** A chain whose result has enumerations in it that the server may not be able to write in binary form. */
export interface DoubtfulChain {
  readonly name: string;
  /** What messages call its source. */
  readonly path: string;
  readonly doubtful: readonly string[];
}

/** Says of each enumeration once that the results of some chains may fail in binary form. */
export function enumerationProblems(chains: readonly DoubtfulChain[]): readonly Diagnostic[] {
  const having = new Map<string, DoubtfulChain[]>();
  for (const chain of chains) {
    for (const enumeration of new Set(chain.doubtful)) {
      having.set(enumeration, [...(having.get(enumeration) ?? []), chain]);
    }
  }
  return [...having].map(([enumeration, its]) => {
    const whose = its.map(({ name }) => `of \`${name}\``).join(" and ");
    const message = `the result ${whose} may fail in binary form: it contains \`${enumeration}\``;
    const help = "in binary form the server writes an enumeration only if its class is also a `str` or an `int`";
    return warning("TC306", message, { help, location: { file: its[0]?.path ?? "" } });
  });
}
