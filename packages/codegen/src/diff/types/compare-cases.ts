import { isKeyword, type TypeNode } from "../../plan/type-node.js";
import type { ChangeRule } from "../rules.js";
import { casesOf, namedCasesOf } from "./cases.js";
import type { CompareType, Comparison } from "./compare-type.js";
import { fitsNext, fitsOld } from "./judge.js";
import { isLengthGone } from "./list-lengths.js";
import { matchCases } from "./match-cases.js";
import { changedTypeText } from "./type-text.js";

/**
 * Reports what has changed where there are several cases before or after. Cases that correspond are compared with each
 * other; of the rest, some are gone and some are new.
 */
export function compareCases(
  old: TypeNode,
  next: TypeNode,
  place: string,
  comparison: Comparison,
  compareType: CompareType,
): void {
  const { pairs, removed, added } = matchCases(
    namedCasesOf(old, comparison.old),
    namedCasesOf(next, comparison.next),
    place,
    comparison,
  );
  for (const pair of pairs) compareType(...pair);
  const gone = removed.filter((type) => !fitsNext(type, next, comparison, comparison.direction));
  const isNew = added.some((type) => !fitsOld(old, type, comparison, comparison.direction));
  const rule = ruleOf({ old, next, gone, isNew }, comparison);
  if (rule !== undefined) {
    comparison.report(rule, place, changedTypeText(old, comparison.old), changedTypeText(next, comparison.next));
  }
}

/** What has become of the cases that have no match. */
interface Unmatched {
  readonly old: TypeNode;
  readonly next: TypeNode;
  readonly gone: readonly TypeNode[];
  readonly isNew: boolean;
}

function ruleOf({ old, next, gone, isNew }: Unmatched, comparison: Comparison): ChangeRule | undefined {
  const { direction } = comparison;
  if (gone.length === 0) return isNew ? `${direction}-widened` : undefined;
  if (isNew) return `${direction}-changed`;
  if (direction === "input") return "input-narrowed";
  const cases = casesOf(old, comparison.old);
  const isNamed = cases.length > 1 && gone.some((type) => isCaseGone(type, next, comparison));
  const isShorter = gone.some((type) => areLengthsGone(type, next, comparison));
  return isNamed || isShorter ? "output-case-removed" : "output-narrowed";
}

/**
 * Whether code that names the case no longer compiles. Asking for `null` always does, and so does asking for a case of
 * which some values are left.
 */
function isCaseGone(type: TypeNode, next: TypeNode, comparison: Comparison): boolean {
  if (isKeyword(comparison.old.resolve(type).type, "null")) return false;
  return !casesOf(next, comparison.next).some((other) => fitsOld(type, other, comparison, "output"));
}

function areLengthsGone(type: TypeNode, next: TypeNode, comparison: Comparison): boolean {
  const old = comparison.old.resolve(type).type;
  return casesOf(next, comparison.next).some((other) => {
    return isLengthGone(old, comparison.next.resolve(other).type) && fitsOld(type, other, comparison, "output");
  });
}
