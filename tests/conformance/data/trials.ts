import type { JsonValue } from "@typed-chains/codegen";
import { createRandom } from "../../../packages/codegen/src/mock/sample/random.js";
import type { Chain } from "./client.js";
import { drawValues } from "./draw.js";
import { type Mutant, type MutantKind, mutantsOf, type Path } from "./mutants.js";
import { type Answers, askPydantic, type Verdict } from "./pydantic.js";
import { askTypeScript } from "./typescript.js";

/** A value that both pydantic and TypeScript judge. */
export interface Trial {
  readonly chain: Chain;
  /** Drawn from the signature, answered by the server, or changed from what was drawn. */
  readonly kind: "drawn" | "answered" | MutantKind;
  readonly value: JsonValue;
  /** Where it was changed, and to what. */
  readonly path: Path;
  readonly to: JsonValue;
  readonly pydantic: Verdict<unknown>;
  /** Why TypeScript refuses it; nothing where it does not. */
  readonly typescript: string | undefined;
}

type Asked = Omit<Trial, "typescript">;

/** How many inputs, and how many results, are drawn for a chain. */
export type ValuesFor = (chain: Chain) => number;

/** So many mutants of each input. */
const mutantsEach = 12;

/** What is known of a chain's values after the first round. */
interface Prepared {
  readonly chain: Chain;
  readonly drawn: Answers["inputs"];
  readonly mutants: readonly Mutant[];
  readonly results: readonly JsonValue[];
}

/** Draws values for chains, changes them, and has both sides judge all of them. */
export async function runTrials(
  python: string,
  chains: readonly Chain[],
  valuesFor: ValuesFor,
): Promise<readonly Trial[]> {
  const prepared = await prepareValues(python, chains, valuesFor);
  const questions = prepared.map(({ chain, mutants, results }) => ({
    chain,
    inputs: [],
    mutants: mutants.map(({ value, path }) => ({ value, path })),
    results: results.map((value) => JSON.stringify(value)),
  }));
  const answers = await askPydantic(python, questions);
  const asked = prepared.map((values, index) => askedOf(values, answers[index]));
  const complaints = askTypeScript(
    asked.map((trials, index) => ({
      client: chains[index]?.client ?? "",
      values: trials.map(({ kind, value }) => ({ side: kind === "answered" ? "output" : "input", value })),
    })),
  );
  return asked.flatMap((trials, chain) =>
    trials.map((trial, index) => ({ ...trial, typescript: complaints[chain]?.[index] })),
  );
}

async function prepareValues(
  python: string,
  chains: readonly Chain[],
  valuesFor: ValuesFor,
): Promise<readonly Prepared[]> {
  const inputs: JsonValue[][] = [];
  for (const chain of chains) {
    const { signature, title } = chain;
    inputs.push(await drawValues(signature.input ?? {}, valuesFor(chain), createRandom(seedOf(title))));
  }
  const questions = chains.map((chain, index) => ({ chain, inputs: inputs[index] ?? [], mutants: [], results: [] }));
  const answers = await askPydantic(python, questions);
  const prepared: Prepared[] = [];
  for (const [index, chain] of chains.entries()) {
    const { inputs: drawn, resultSchema } = answers[index] ?? { inputs: [], resultSchema: {} };
    prepared.push(await prepareChainValues(chain, drawn, resultSchema, valuesFor(chain)));
  }
  return prepared;
}

/** A chain has the same values whichever others there are. */
function seedOf(title: string): number {
  return [...title].reduce((seed, character) => Math.imul(seed, 31) + (character.codePointAt(0) ?? 0), 0);
}

async function prepareChainValues(
  chain: Chain,
  drawn: Answers["inputs"],
  resultSchema: Answers["resultSchema"],
  count: number,
): Promise<Prepared> {
  const random = createRandom(seedOf(chain.title));
  const wrapped = await drawValues(resultSchema, count, random);
  const results = wrapped.map((value) => (value as { readonly result: JsonValue }).result);
  const accepted = drawn.filter((verdict) => "accepted" in verdict);
  return { chain, drawn, results, mutants: accepted.flatMap(({ value }) => mutantsOf(value, mutantsEach, random)) };
}

function askedOf({ chain, drawn, mutants }: Prepared, answers: Answers | undefined): readonly Asked[] {
  const inputs = drawn.map((pydantic): Asked => {
    return { chain, kind: "drawn", value: pydantic.value, path: [], to: pydantic.value, pydantic };
  });
  const changed = mutants.map((mutant, index): Asked => {
    return { chain, ...mutant, pydantic: answers?.mutants[index] ?? { refused: [] } };
  });
  const outputs = (answers?.results ?? []).flatMap((pydantic): readonly Asked[] => {
    if ("refused" in pydantic) return [];
    const value = JSON.parse(pydantic.accepted) as JsonValue;
    return [{ chain, kind: "answered", value, path: [], to: value, pydantic }];
  });
  return [...inputs, ...changed, ...outputs];
}
