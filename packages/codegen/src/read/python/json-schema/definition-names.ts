import type { JsonSchemaObject } from "../../../signature.js";
import type { Definition } from "../types/definition.js";
import { mapReferences } from "./references.js";

/** A definition with its schema, whose references are still numbers. */
export interface GeneratedDefinition {
  readonly definition: Definition;
  readonly schema: JsonSchemaObject;
}

/** How often names may be settled anew, as a last resort against a circle. */
const mostRounds = 100;

/**
 * The keys of definitions in `$defs`, as pydantic chooses them: the short name where all that could have it have the
 * same schema, else the name with its module, else that with a number. Equal schemas share a key.
 *
 * @param kept - the numbers of the definitions that get a key.
 */
export function nameDefinitions(
  definitions: readonly GeneratedDefinition[],
  kept: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const candidates = candidateNames(definitions, kept);
  let names: ReadonlyMap<number, string> = new Map([...kept].map((index) => [index, String(index)]));
  for (let round = 0; round < mostRounds; round += 1) {
    const next = chooseNames(definitions, candidates, names);
    if ([...next].every(([index, name]) => name === names.get(index))) return names;
    names = next;
  }
  return names;
}

type Candidates = ReadonlyMap<number, readonly string[]>;

function candidateNames(definitions: readonly GeneratedDefinition[], kept: ReadonlySet<number>): Candidates {
  const seen = new Map<string, number>();
  const candidates = new Map<number, readonly string[]>();
  for (const index of kept) {
    const { shortName = "", qualifiedName = "" } = definitions[index]?.definition ?? {};
    const qualified = normalize(qualifiedName);
    const occurrence = (seen.get(qualified) ?? 0) + 1;
    seen.set(qualified, occurrence);
    candidates.set(index, [normalize(shortName), qualified, `${qualified}__${occurrence}`]);
  }
  return candidates;
}

function chooseNames(
  definitions: readonly GeneratedDefinition[],
  candidates: Candidates,
  names: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const schemas = new Map<string, Set<string>>();
  for (const [index, own] of candidates) {
    const text = JSON.stringify(mapReferences(definitions[index]?.schema ?? {}, (target) => names.get(target) ?? ""));
    for (const candidate of own) {
      schemas.set(candidate, (schemas.get(candidate) ?? new Set<string>()).add(text));
    }
  }
  const choose = (own: readonly string[]): string =>
    own.find((candidate) => schemas.get(candidate)?.size === 1) ?? own.at(-1) ?? "";
  return new Map([...candidates].map(([index, own]) => [index, choose(own)]));
}

function normalize(name: string): string {
  return name.replace(/[^a-zA-Z0-9.\-_]/gu, "_").replaceAll(".", "__");
}
