import { similarName } from "../../../similar-name.js";
import type { Scope } from "./scope.js";

/** A name that is not there. */
export interface MissingName {
  readonly kind: "missing";
  readonly name: string;
  /** The module of the program that lacks it; left out, it is the file itself. */
  readonly module?: string;
  /** A name that is there and looks like it. */
  readonly similar?: string;
  /** Whether Python has no such name for certain. */
  readonly isCertain: boolean;
}

/** A name that no namespace from this one outwards has. */
export function missingIn(scope: Scope, name: string): MissingName {
  const namespaces: Scope[] = [];
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    namespaces.push(current);
  }
  const similar = similarName(
    name,
    namespaces.flatMap(({ names }) => [...names.keys()]),
  );
  const isCertain = !scope.module.isDynamic && namespaces.every(showsAll);
  return { kind: "missing", name, isCertain, ...(similar === undefined ? {} : { similar }) };
}

/** Whether a namespace has no more names than its statements show: a star import of a library may bring any. */
function showsAll({ names, starImports, module }: Scope): boolean {
  return (
    !names.has("__getattr__") && starImports.every((star) => module.program.find(star.module, module) !== undefined)
  );
}
