import { mapParts } from "../transform.js";
import { combinationOf, unionOf } from "../type-building.js";
import type { TypeNode } from "../type-node.js";
import type { Reach } from "./models.js";

/** What is decided of a type once all models are known. */
export interface Finish {
  readonly reach: Reach;
  /** The final name of a definition. */
  readonly nameOf: (id: string) => string;
  /** Whether the type is an alias that contains itself. */
  readonly isRecursiveAlias: boolean;
}

/**
 * The type with its final names and its directions settled: what no output reaches is `readonly`, what an input reaches
 * takes `undefined` for what may be left out. Neither is a reason to split a model, so both come last.
 */
export function finishType(type: TypeNode, finish: Finish): TypeNode {
  const finished = mapParts(type, (part) => finishType(part, finish));
  switch (finished.kind) {
    case "union":
      return unionOf(finished.members);
    case "combined":
      return combinationOf(finished.members);
    case "array":
    case "tuple":
      return { ...finished, readonly: !finish.reach.output };
    case "record":
      return { ...finished, spelledOut: finish.isRecursiveAlias };
    case "empty-object":
      return { ...finished, open: finish.reach.output };
    case "object": {
      const members = finished.members.map((member) => ({
        ...member,
        acceptsUndefined: member.optional && finish.reach.input,
      }));
      return { ...finished, members };
    }
    case "reference":
      return { ...finished, name: finish.nameOf(finished.name) };
    default:
      return finished;
  }
}
