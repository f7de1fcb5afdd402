import type { Model } from "../models/models.js";
import type { Scope } from "./scope.js";
import { capitalize } from "./words.js";

/**
 * Names the models that come from Python. Each gets the name that it has there, if it can be had and no model before it
 * has it; the others get their modules, or the chain they belong to, in front.
 */
export function nameModels(models: readonly Model[], owner: string, scope: Scope): Map<string, string> {
  const own = models.filter((model) => model.inputHalf === undefined);
  const first = own.filter((model, index) => {
    const { name } = model.wanted;
    return scope.isFree(name) && own.findIndex((other) => other.wanted.name === name) === index;
  });
  const names = new Map<string, string>();
  for (const model of first) assign(names, model, scope.take([model.wanted.name]));
  for (const model of own) if (!first.includes(model)) assign(names, model, scope.take(qualified(model, owner)));
  return names;
}

/** Names the output halves of models that differ between the directions, after their input halves. */
export function nameOutputHalves(
  models: readonly Model[],
  owner: string,
  scope: Scope,
  names: Map<string, string>,
): void {
  for (const model of models) {
    if (model.inputHalf === undefined) continue;
    const name = names.get(model.inputHalf) ?? model.wanted.name;
    assign(names, model, scope.take([`${name}Output`, `${name}Result`, `${owner}${name}Output`]));
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
