import type { Model, Variant } from "../models/models.js";
import type { Scope } from "./scope.js";
import { capitalize } from "./words.js";

/**
 * Names the models that come from Python. Each gets the name that it has there, if it can be had and no model before it
 * has it; the others get their modules, or the chain they belong to, in front.
 */
export function nameModels(models: readonly Model[], owner: string, scope: Scope): Map<string, string> {
  const own = models.filter((model) => model.variant === undefined);
  const first = own.filter((model, index) => {
    const { name } = model.wanted;
    return scope.isFree(name) && own.findIndex((other) => other.wanted.name === name) === index;
  });
  const names = new Map<string, string>();
  for (const model of first) assign(names, model, scope.take([model.wanted.name]));
  for (const model of own) if (!first.includes(model)) assign(names, model, scope.take(qualified(model, owner)));
  return names;
}

/** What follows the name of a model in that of its variant, and what does so where that name is taken. */
const otherWords: Readonly<Record<Variant["word"], string>> = { Output: "Result", Binary: "InBinary" };

/** Names the variants of one kind, after what they are variants of. */
export function nameVariants(
  word: Variant["word"],
  models: readonly Model[],
  owner: string,
  scope: Scope,
  names: Map<string, string>,
): void {
  for (const model of models) {
    if (model.variant?.word !== word) continue;
    const name = names.get(model.variant.of) ?? model.wanted.name;
    assign(names, model, scope.take([`${name}${word}`, `${name}${otherWords[word]}`, `${owner}${name}${word}`]));
  }
}

function assign(names: Map<string, string>, model: Model, name: string): void {
  for (const id of model.ids) names.set(id, name);
}

/** `TwoItem`, `PackageTwoItem`, then `HelloItem`. */
function qualified(model: Model, owner: string): [string, ...string[]] {
  const { qualifiers } = model.wanted;
  const name = capitalize(model.wanted.name);
  const byModule = qualifiers.map(
    (_, index) =>
      `${qualifiers
        .slice(0, index + 1)
        .reverse()
        .join("")}${name}`,
  );
  const [first, ...others] = byModule;
  return first === undefined ? [`${owner}${name}`] : [first, ...others, `${owner}${name}`];
}
