import { argument } from "../constants/call-arguments.js";
import { asString } from "../constants/constant.js";
import type { Context } from "../context.js";
import { externalBases, resolutionOrder } from "../models/class-bases.js";
import { attributesOf, methodsOf } from "../models/class-statements.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import { calleeOf } from "../syntax/callee.js";
import type { FunctionDef } from "../syntax/nodes.js";
import { type OtherKind, otherKindOf } from "./other-kinds.js";

/** A class of the file that truss deploys. */
export interface Chainlet {
  readonly binding: ClassBinding;
  /** Whether `mark_entrypoint` marks it. */
  readonly isMarked: boolean;
  /** Of what kind it is, where that kind cannot be an entrypoint. */
  readonly otherKind: OtherKind | undefined;
}

/** The chainlets of a file, in order: classes that derive from a base of truss's, and those marked as entrypoint. */
export function findChainlets(scope: Scope): readonly Chainlet[] {
  return [...scope.names.values()].flatMap((binding) => {
    if (binding.kind !== "class") return [];
    const isMarked = entrypointMark(binding) !== undefined;
    const otherKind = otherKindOf(binding);
    const isChainlet = externalBases(resolutionOrder(binding)).has("truss_chains.ChainletBase");
    return isMarked || isChainlet || otherKind !== undefined ? [{ binding, isMarked, otherKind }] : [];
  });
}

/** The decorator `mark_entrypoint`, bare or called, under whatever name it was imported. */
function entrypointMark(binding: ClassBinding): ClassBinding["definition"]["decorators"][number] | undefined {
  return binding.definition.decorators.find((decorator) => {
    const expression = calleeOf(decorator);
    return externalName(expression, binding.enclosing) === "truss_chains.mark_entrypoint";
  });
}

/** `run_remote` of a chainlet, its own or a base's; `undefined` where it has none, or one that is assigned. */
export function runRemoteOf(
  binding: ClassBinding,
): { readonly method: FunctionDef; readonly owner: ClassBinding } | undefined {
  for (const owner of resolutionOrder(binding)) {
    const method = methodsOf(owner.definition.body).findLast((candidate) => candidate.name === "run_remote");
    if (method !== undefined) return { method, owner };
    if (owner.body().names.has("run_remote")) return undefined;
  }
  return undefined;
}

/** Whether `run_remote` is assigned, as by `run_remote = traced(other)`, which only running Python can follow. */
export function assignsRunRemote(binding: ClassBinding): boolean {
  const attributes = resolutionOrder(binding).flatMap((owner) => attributesOf(owner.definition.body));
  return attributes.some(({ name }) => name === "run_remote");
}

/** The names of the methods of a class, its own first and then those of its bases. */
export function methodNames(binding: ClassBinding): readonly string[] {
  return resolutionOrder(binding).flatMap((owner) => methodsOf(owner.definition.body).map(({ name }) => name));
}

/** The name of the chain that `mark_entrypoint("…")` gives. */
export function chainNameOf(binding: ClassBinding, context: Context): string | undefined {
  const mark = entrypointMark(binding);
  const given = mark?.kind === "Call" ? argument(mark, "cls_or_chain_name", 0) : undefined;
  return given === undefined ? undefined : asString(context.reader.fold(given, context));
}

/** The name that `remote_config = RemoteConfig(name="…")` displays. */
export function displayNameOf(binding: ClassBinding, context: Context): string | undefined {
  for (const owner of resolutionOrder(binding)) {
    const config = attributesOf(owner.definition.body).findLast(({ name }) => name === "remote_config")?.value;
    if (config?.kind === "Call") {
      const given = argument(config, "name");
      return given === undefined
        ? undefined
        : asString(context.reader.fold(given, { ...context, scope: owner.body() }));
    }
  }
  return undefined;
}
