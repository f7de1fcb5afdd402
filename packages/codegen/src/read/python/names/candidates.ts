import type { Sight } from "./binding-times.js";
import type { Binding } from "./scope.js";

/** One thing that a name was bound to, and whether only under a condition. */
export interface Candidate {
  readonly binding: Binding;
  readonly certainty: Certainty;
  readonly seen: Sight;
}

/** How sure it is that a statement runs; what only type checkers see does not, and says what is meant all the same. */
export type Certainty = "always" | "conditional" | "type-checking";

/**
 * Which of the things that a name was bound to it stands for: the last one that is always bound, and among those
 * bound under a condition the first. One that only says "not there" (`chains = None` in an `except`) gives way, and so
 * does one that only type checkers see.
 */
export function choose(candidates: readonly Candidate[]): Binding | undefined {
  const run = candidates.filter((candidate) => candidate.certainty !== "type-checking");
  const there = run.length > 0 ? run : candidates;
  const meant = there.filter((candidate) => !isPlaceholder(candidate.binding));
  const pool = meant.length > 0 ? meant : there;
  const chosen = pool.findLast((candidate) => candidate.certainty === "always") ?? pool[0];
  const binding = chosen?.binding;
  if (chosen === undefined || (binding?.kind !== "class" && binding?.kind !== "assignment")) return binding;
  const mayReplace = pool.slice(pool.indexOf(chosen) + 1).some((candidate) => candidate.binding.kind !== "import");
  return mayReplace ? { ...binding, mayBeReplaced: true } : binding;
}

function isPlaceholder(binding: Binding): boolean {
  if (binding.kind !== "assignment") return false;
  const { value } = binding;
  return (
    (value.kind === "Constant" && value.value === "None") || (value.kind === "Name" && /^(Any|object)$/.test(value.id))
  );
}
