import type { InputProblem } from "../errors/chain-input-error.js";
import { kindOf, mostProblems } from "../request/unsayable.js";
import { isNdArray } from "./arrays/nd-array.js";
import { deepest } from "./message/deepest.js";

type Path = readonly (string | number)[];

/** Lists what a binary call cannot say, with the path to it. It says more than JSON: bytes, arrays, NaN and infinity. */
export function unsendable(input: unknown): readonly InputProblem[] {
  if (!isPlain(input)) return [{ path: [], message: "it must be a plain object" }];
  const problems: InputProblem[] = [];
  visitParts(input, [], [], problems);
  return problems;
}

function visit(value: unknown, path: Path, holders: readonly object[], problems: InputProblem[]): void {
  if (problems.length >= mostProblems) return;
  const message = complaintOf(value, path, holders);
  if (message !== undefined) problems.push({ path, message });
  else if (isContainer(value)) visitParts(value, path, holders, problems);
}

function visitParts(value: object, path: Path, holders: readonly object[], problems: InputProblem[]): void {
  const within = [...holders, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], within, problems);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    // An undefined property is the same as one left out.
    if (part !== undefined) visit(part, [...path, key], within, problems);
  }
}

function complaintOf(value: unknown, path: Path, holders: readonly object[]): string | undefined {
  switch (typeof value) {
    case "string":
      return /\p{Surrogate}/u.test(value) ? "half of a surrogate pair is not text" : undefined;
    case "number":
    case "boolean":
      return undefined;
    case "object":
      if (value === null) return undefined;
      if (holders.includes(value)) return "it contains itself";
      if (path.length >= deepest) return `it is nested more than ${deepest} levels deep`;
      return objectComplaint(value);
    default:
      return `a binary call has no ${typeof value}`;
  }
}

function objectComplaint(value: object): string | undefined {
  const kind = kindOf(value);
  if (isNdArray(value) || kind === "Uint8Array" || isContainer(value)) return undefined;
  return ArrayBuffer.isView(value)
    ? `${kind} is sent as a numpy array: wrap it in an NdArray`
    : `a binary call has no ${kind}`;
}

/** A list, or an object that is what its properties say. */
function isContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return (
    Array.isArray(value) || (kindOf(value) === "Object" && typeof (value as { toJSON?: unknown }).toJSON !== "function")
  );
}

/** A plain object of this realm or another. */
function isPlain(input: unknown): input is object {
  const prototype: unknown = Object.getPrototypeOf(input ?? 0);
  return (
    isContainer(input) && !Array.isArray(input) && (prototype === null || Object.getPrototypeOf(prototype) === null)
  );
}
