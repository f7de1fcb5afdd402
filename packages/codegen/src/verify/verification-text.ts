import { diffText } from "../diff/render/text.js";
import type { Verification } from "./verification.js";

/** A verification for people at a terminal: what differs, from the client to the running chain, then what was not compared. */
export function verificationText(name: string, place: string, { diff, notCompared }: Verification): string {
  const isEqual = diff.changes.length === 0;
  const verdict = isEqual
    ? `${name} is what runs at ${place}\n`
    : `${name} is not what runs at ${place}\n\n${diffText(diff)}`;
  if (notCompared.length === 0) return verdict;
  return `${verdict}\nNot compared:\n${notCompared.map((line) => `  ${line}\n`).join("")}`;
}
