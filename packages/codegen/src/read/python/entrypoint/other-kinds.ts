import { externalBases, resolutionOrder } from "../models/class-bases.js";
import type { ClassBinding } from "../names/scope.js";

/** A kind of class of truss's that no caller reaches through a chain: it is deployed, and cannot be an entrypoint. */
export interface OtherKind {
  /** Why it is no entrypoint, as what is said of the class. */
  readonly reason: string;
  /** What to do instead. */
  readonly help: string;
  /** Whether truss refuses a file that marks one, even if another class is asked for. */
  readonly isMarkRefused: boolean;
}

const engineBuilder: OtherKind = {
  reason:
    "is an engine builder, whose model truss creates when it is deployed: truss accepts only classes that derive from `ChainletBase` as entrypoint",
  help: "mark a chainlet that takes it with `chains.depends(…)`; a model that is deployed alone has an OpenAI-compatible API, with clients of its own",
  isMarkRefused: false,
};

/** By the class that they derive from. */
const otherKinds: ReadonlyMap<string, OtherKind> = new Map([
  ["truss_chains.EngineBuilderLLMChainlet", engineBuilder],
  ["truss_chains.EngineBuilderChainlet", engineBuilder],
  [
    "truss_chains.TrussChainlet",
    {
      reason: "is a whole Truss, which has no `run_remote` and serves only chainlets that depend on it",
      help: "mark a chainlet that takes it with `chains.depends(…)`",
      isMarkRefused: true,
    },
  ],
  [
    "truss_chains.ModelBase",
    {
      reason: "is a model that is deployed alone, not as part of a chain",
      help: "derive it from `chains.ChainletBase`, with `run_remote` in place of `predict`",
      isMarkRefused: false,
    },
  ],
]);

/** The kind of a class that cannot be an entrypoint; `undefined` for any other class. */
export function otherKindOf(binding: ClassBinding): OtherKind | undefined {
  const bases = externalBases(resolutionOrder(binding));
  return [...otherKinds].find(([base]) => bases.has(base))?.[1];
}
