import type { PythonType } from "../types/python-type.js";

/** Whether the other members of a union bring it about that a value of theirs is met by the one that raises. */
type IsMet = (before: readonly PythonType[], after: readonly PythonType[]) => boolean;

/** A text, a whole number or a truth value: the search for its member ends at its own. */
function isSettled(type: PythonType): boolean {
  if (type.kind === "described") return isSettled(type.inner);
  return type.kind === "plain" && /^(string|integer|boolean)$/.test(String(type.schema.type)) && !type.schema.format;
}

function isScalar(type: PythonType): boolean {
  return type.kind === "described" ? isScalar(type.inner) : type.kind === "plain" || type.kind === "decimal";
}

/** Types whose validators raise a TypeError, which ends a union. Adding one is adding an entry. */
export const raising: ReadonlyMap<string, IsMet> = new Map<string, IsMet>([
  ["truss_chains.pydantic_numpy.NumpyArrayField", (before, after) => after.length > 0 || !before.every(isSettled)],
  ["fractions.Fraction", (before, after) => [...before, ...after].some((other) => !isScalar(other))],
]);
