import type { Declaration } from "../plan/module-plan.js";
import type { Direction } from "../plan/schema/reading.js";
import { referencesOf, typesOfDeclaration } from "../plan/transform.js";
import type { ClientTypes, Root } from "./client-types.js";
import type { Report } from "./signature-diff.js";
import { type Comparison, compareType } from "./types/compare-type.js";
import { Pairs } from "./types/pairs.js";
import { typeScope } from "./types/type-scope.js";

/**
 * Reports what has changed in the types of a client: first where values stand, then under the names by which callers
 * import them. A name can come to mean another type than stands where it stood.
 */
export function compareTypes(old: ClientTypes, next: ClientTypes, report: Report): void {
  const renamed = new Map<string, string>();
  const common = { old: typeScope(old.declarations), next: typeScope(next.declarations), report, renamed };
  const comparisons: Readonly<Record<Direction, Comparison>> = {
    input: { ...common, direction: "input", compared: new Pairs() },
    output: { ...common, direction: "output", compared: new Pairs() },
  };
  for (const [before, after] of correspondingRoots(old, next, report)) {
    compareType(before.type, after.type, before.place, comparisons[before.direction]);
  }
  for (const direction of ["input", "output"] as const) {
    for (const name of namesReachedBy(old, direction)) {
      if (!next.declarations.has(name)) continue;
      const type = { kind: "reference", name } as const;
      compareType(type, type, `types.${name}`, comparisons[direction]);
    }
  }
  compareNames(old.declarations, next.declarations, renamed, report);
}

/** The roots of both clients. Only frames come and go by themselves: a stream may have a header, or a binary call types. */
function correspondingRoots(old: ClientTypes, next: ClientTypes, report: Report): readonly (readonly [Root, Root])[] {
  const sameTransport = old.transport === next.transport;
  const isComparable = ({ direction }: Root): boolean => sameTransport || direction === "input";
  const after = new Map(next.roots.filter(isComparable).map((root) => [root.place, root]));
  const before = new Set(old.roots.map(({ place }) => place));
  const pairs = old.roots.filter(isComparable).flatMap((root) => {
    const other = after.get(root.place);
    if (other !== undefined) return [[root, other] as const];
    if (isFrame(root)) report("output-key-removed", root.place);
    return [];
  });
  for (const root of after.values()) {
    if (!before.has(root.place) && isFrame(root)) report("output-key-added", root.place);
  }
  return pairs;
}

function isFrame({ place }: Root): boolean {
  return place === "header" || place === "footer";
}

/** The names of the types that values of one direction are made of. */
function namesReachedBy({ roots, declarations }: ClientTypes, direction: Direction): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = roots.filter((root) => root.direction === direction).flatMap(({ type }) => referencesOf(type));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const declaration = declarations.get(name);
    if (declaration !== undefined) pending.push(...typesOfDeclaration(declaration).flatMap(referencesOf));
  }
  return reached;
}

function compareNames(
  old: ReadonlyMap<string, Declaration>,
  next: ReadonlyMap<string, Declaration>,
  renamed: ReadonlyMap<string, string>,
  report: Report,
): void {
  const explained = new Set<string>();
  for (const name of old.keys()) {
    if (next.has(name)) continue;
    const successor = renamed.get(name);
    if (successor === undefined || old.has(successor)) report("type-removed", `types.${name}`, name);
    else report("type-renamed", `types.${name}`, name, successor);
    explained.add(successor ?? name);
  }
  for (const name of next.keys()) {
    if (!old.has(name) && !explained.has(name)) report("type-added", `types.${name}`, undefined, name);
  }
}
