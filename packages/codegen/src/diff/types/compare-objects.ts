import type { Member } from "../../plan/type-node.js";
import { keyPlace, valuePlace } from "../place.js";
import type { CompareType, Comparison } from "./compare-type.js";
import type { ObjectShape } from "./object-shape.js";
import { memberText, typeText } from "./type-text.js";

/** Reports what has changed from one object to another. */
export function compareObjects(
  old: ObjectShape,
  next: ObjectShape,
  place: string,
  comparison: Comparison,
  compareType: CompareType,
): void {
  const before = byName(old);
  const after = byName(next);
  for (const [name, member] of before) {
    const other = after.get(name) ?? unnamed(member, next, comparison);
    if (other === undefined) reportRemoved(member, place, comparison);
    else compareMembers(member, other, keyPlace(place, name), comparison, compareType);
  }
  for (const [name, member] of after) if (!before.has(name)) reportAdded(member, place, comparison);
  compareIndexes(old, next, valuePlace(place), comparison, compareType);
}

function byName({ members }: ObjectShape): ReadonlyMap<string, Member> {
  return new Map(members.map((member) => [member.name, member]));
}

/** What callers may give under a key that is known no longer, where any key may be given. */
function unnamed(member: Member, { index }: ObjectShape, { direction }: Comparison): Member | undefined {
  return index === undefined || direction === "output" ? undefined : { ...member, type: index, optional: true };
}

function reportRemoved(member: Member, place: string, { direction, report }: Comparison): void {
  report(`${direction}-key-removed`, keyPlace(place, member.name), memberText(member));
}

function reportAdded(member: Member, place: string, { direction, report }: Comparison): void {
  const inputRule = member.optional ? "input-optional-added" : "input-required-added";
  const rule = direction === "input" ? inputRule : "output-key-added";
  report(rule, keyPlace(place, member.name), undefined, memberText(member));
}

function compareMembers(
  old: Member,
  next: Member,
  place: string,
  { direction, report }: Comparison,
  compareType: CompareType,
): void {
  if (old.optional !== next.optional) {
    report(`${direction}-now-${next.optional ? "optional" : "required"}`, place, memberText(old), memberText(next));
  } else if (next.optional && next.acceptsUndefined && !old.acceptsUndefined) {
    report(`${direction}-widened`, place, typeText(old.type), `${typeText(next.type)} | undefined`);
  }
  compareType(old.type, next.type, place);
}

/** Keys that are not known by name: what other objects are not, one with such keys is wider for. */
function compareIndexes(
  { index: old }: ObjectShape,
  { index: next }: ObjectShape,
  place: string,
  { direction, report }: Comparison,
  compareType: CompareType,
): void {
  if (old !== undefined && next !== undefined) compareType(old, next, place);
  else if (old !== undefined) report(`${direction}-key-removed`, place, typeText(old));
  else if (next !== undefined) {
    report(direction === "input" ? "input-optional-added" : "output-key-added", place, undefined, typeText(next));
  }
}
