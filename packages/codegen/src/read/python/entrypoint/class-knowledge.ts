import { resolutionOrder } from "../models/class-bases.js";
import { isOfKnownLibrary } from "../names/known-libraries.js";
import { type Meaning, resolve } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";

/** Names of truss that stand for no model. Its other types are models, or not for signatures. */
const nonModels: ReadonlySet<string> = new Set([
  "truss_chains.WebSocketProtocol",
  "truss_chains.ChainletBase",
  "truss_chains.EngineBuilderLLMChainlet",
  "truss_chains.TrussChainlet",
  "truss_chains.ModelBase",
  "truss_chains.StubBase",
  "truss_chains.pydantic_numpy.NumpyArrayField",
]);

/** Whether a name is one of a library that is known well enough to say that it is no model. */
export function isPythonsOwn(name: string): boolean {
  return nonModels.has(name) || isOfKnownLibrary(name);
}

/** Whether a class may have more than the reader sees: a base of it, or of its bases, is of another library. */
export function hasUnknownBase(binding: ClassBinding): boolean {
  return basesOf(binding).some((meaning) => {
    if (meaning?.kind === "class") return false;
    return meaning?.kind !== "external" || !(isPythonsOwn(meaning.name) || meaning.name.startsWith("truss_chains."));
  });
}

/** Whether a class is a chainlet with a `run_remote` of its own: not one that wraps an engine or another server. */
export function isChainlet(binding: ClassBinding): boolean {
  return derivesFrom(binding, ["truss_chains.ChainletBase"]);
}

/** Whether a class is an engine builder: a model that truss makes when it is deployed. */
export function isEngineBuilder(binding: ClassBinding): boolean {
  return derivesFrom(binding, ["truss_chains.EngineBuilderLLMChainlet"]);
}

/** Whether a class derives from one of some classes of libraries. */
export function derivesFrom(binding: ClassBinding, names: readonly string[]): boolean {
  return basesOf(binding).some((base) => base?.kind === "external" && names.includes(base.name));
}

/** What the bases of a class, and of its bases, mean. */
function basesOf(binding: ClassBinding): readonly (Meaning | undefined)[] {
  return resolutionOrder(binding).flatMap(({ definition, enclosing }) =>
    definition.bases.map((base) => resolve(base.kind === "Subscript" ? base.value : base, enclosing)),
  );
}
