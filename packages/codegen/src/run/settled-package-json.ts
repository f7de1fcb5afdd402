import isGreater from "semver/functions/gt.js";
import { isPackageVersion } from "../package/package-problems.js";
import { setFields } from "../package/set-fields.js";
import { isJsonObject, ownValue } from "../read/json/is-object.js";
import type { JsonValue } from "../signature.js";
import { mergeSides } from "../write/merge-sides.js";

/** A package.json as it was on one side of a merge. */
interface Side {
  readonly text: string;
  readonly value: Readonly<Record<string, JsonValue>>;
  readonly version: string;
}

/**
 * What a merge may be settled in: of two versions, the higher one has what both sides announce, and `exports` adds up, where
 * the sides do not have another target each for one subpath.
 */
const settled: readonly string[] = ["version", "exports"];

/**
 * A package.json in which git has left a conflict, where it only concerns what `generate` writes; `undefined` where it is for
 * the user to say what is meant. Without a conflict, it is the same.
 */
export function settledPackageJson(bytes: Uint8Array): Uint8Array | undefined {
  const [ours = "", theirs] = mergeSides(new TextDecoder().decode(bytes));
  if (theirs === undefined) return bytes;
  const text = settle(ours, theirs);
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

function settle(ours: string, theirs: string): string | undefined {
  const [one, other] = [sideOf(ours), sideOf(theirs)];
  if (one === undefined || other === undefined || restOf(one) !== restOf(other)) return undefined;
  const [lower, higher] = isGreater(one.version, other.version) ? [other, one] : [one, other];
  const [before, after] = [ownValue(lower.value, "exports"), ownValue(higher.value, "exports")];
  if (JSON.stringify(before) === JSON.stringify(after)) return higher.text;
  if (!isJsonObject(before) || !isJsonObject(after) || differsIn(before, after)) return undefined;
  return setFields(higher.text, [{ path: ["exports"], value: { ...after, ...missingIn(after, before) } }]);
}

/** Whether two objects have another value for the same key. What `generate` writes for a subpath is always the same. */
function differsIn(one: Readonly<Record<string, JsonValue>>, other: Readonly<Record<string, JsonValue>>): boolean {
  return Object.entries(one).some(
    ([key, value]) => Object.hasOwn(other, key) && JSON.stringify(ownValue(other, key)) !== JSON.stringify(value),
  );
}

function sideOf(text: string): Side | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    const version = ownValue(value, "version");
    const isFine = isJsonObject(value) && typeof version === "string" && isPackageVersion(version);
    return isFine ? { text, value, version } : undefined;
  } catch {
    return undefined;
  }
}

function restOf({ value }: Side): string {
  return JSON.stringify(Object.entries(value).filter(([key]) => !settled.includes(key)));
}

function missingIn(
  some: Readonly<Record<string, JsonValue>>,
  all: Readonly<Record<string, JsonValue>>,
): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !Object.hasOwn(some, key)));
}
