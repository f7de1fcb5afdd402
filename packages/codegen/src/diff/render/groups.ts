import type { SignatureChange, SignatureDiff } from "../signature-diff.js";

/** Changes under a heading, in order. A heading without changes is left out. */
export interface ChangeGroup {
  readonly title: "Breaking" | "Compatible";
  readonly changes: readonly SignatureChange[];
}

/** The changes that break callers, then the others. */
export function groupsOf({ changes }: Pick<SignatureDiff, "changes">): readonly ChangeGroup[] {
  const groups: readonly ChangeGroup[] = [
    { title: "Breaking", changes: changes.filter(({ level }) => level === "major") },
    { title: "Compatible", changes: changes.filter(({ level }) => level !== "major") },
  ];
  return groups.filter((group) => group.changes.length > 0);
}
