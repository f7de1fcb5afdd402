import type { SignatureDiff } from "../signature-diff.js";

/** A diff for programs: `docs/versioning.md` has its form, which only grows while `formatVersion` is 1. */
export function diffJson({ level, changes }: SignatureDiff): string {
  return `${JSON.stringify({ formatVersion: 1, level, changes }, undefined, 2)}\n`;
}
