import type { Direction } from "../../plan/schema/reading.js";
import { keyword, type TypeNode } from "../../plan/type-node.js";
import { itemPlace, positionPlace } from "../place.js";
import type { Report } from "../signature-diff.js";
import { compareCases } from "./compare-cases.js";
import { compareObjects } from "./compare-objects.js";
import { judge, type Scopes } from "./judge.js";
import { isLengthGone } from "./list-lengths.js";
import { hasNoKeys, shapeOf } from "./object-shape.js";
import type { Pairs } from "./pairs.js";
import type { PlainType } from "./type-scope.js";
import { changedTypeText } from "./type-text.js";

/** A comparison of types that go one way. */
export interface Comparison extends Scopes {
  readonly direction: Direction;
  readonly report: Report;
  /** What has been compared: a model is spoken of where it comes first. */
  readonly compared: Pairs<PlainType, PlainType>;
  /** The names that stand now where others stood. */
  readonly renamed: Map<string, string>;
}

/** Compares parts of types. Handed on, so that no module needs another back. */
export type CompareType = (old: TypeNode, next: TypeNode, place: string) => void;

/** Reports what has changed from one type to another, each where it is. */
export function compareType(old: TypeNode, next: TypeNode, place: string, comparison: Comparison): void {
  if (old.kind === "reference" && next.kind === "reference" && !comparison.renamed.has(old.name)) {
    comparison.renamed.set(old.name, next.name);
  }
  const before = comparison.old.resolve(old).type;
  const after = comparison.next.resolve(next).type;
  if (!comparison.compared.add(before, after)) return;
  const inner: CompareType = (first, second, at) => compareType(first, second, at, comparison);
  const shape = shapeOf(before, comparison.old);
  const nextShape = shapeOf(after, comparison.next);
  const areAlike = before.kind === after.kind || [shape, nextShape].some(hasNoKeys);
  if (shape !== undefined && nextShape !== undefined && areAlike) {
    compareObjects(shape, nextShape, place, comparison, inner);
  } else if (before.kind === "union" || after.kind === "union" || before.kind !== after.kind) {
    compareCases(old, next, place, comparison, inner);
  } else {
    const parts = partsOf(before, after, place);
    if (parts === undefined) compareWhole(old, next, place, comparison);
    else for (const [first, second, at] of parts) inner(first, second, at);
  }
}

/** The parts of two lists that correspond; nothing where they have no such parts. */
function partsOf(before: PlainType, after: PlainType, place: string): readonly Parameters<CompareType>[] | undefined {
  if (before.kind === "array" && after.kind === "array") {
    if (before.readonly !== after.readonly) return undefined;
    return [[before.element, after.element, itemPlace(place)]];
  }
  if (before.kind !== "tuple" || after.kind !== "tuple" || !haveSamePositions(before, after)) return undefined;
  const positions = before.elements.map(({ type }, position): Parameters<CompareType> => {
    return [type, after.elements[position]?.type ?? keyword("never"), positionPlace(place, position)];
  });
  if (before.rest === undefined || after.rest === undefined) return positions;
  return [...positions, [before.rest, after.rest, itemPlace(place)]];
}

type TupleType = Extract<PlainType, { readonly kind: "tuple" }>;

function haveSamePositions(before: TupleType, after: TupleType): boolean {
  const isSame =
    before.readonly === after.readonly &&
    before.elements.length === after.elements.length &&
    (before.rest === undefined) === (after.rest === undefined);
  return isSame && before.elements.every(({ optional }, position) => optional === after.elements[position]?.optional);
}

function compareWhole(old: TypeNode, next: TypeNode, place: string, comparison: Comparison): void {
  const judgement = judge(old, next, comparison, comparison.direction);
  if (judgement === "same") return;
  const { direction } = comparison;
  const isShorter = isLengthGone(comparison.old.resolve(old).type, comparison.next.resolve(next).type);
  comparison.report(
    direction === "output" && judgement === "narrowed" && isShorter
      ? "output-case-removed"
      : `${direction}-${judgement}`,
    place,
    changedTypeText(old, comparison.old),
    changedTypeText(next, comparison.next),
  );
}
