import { diffText } from "../diff/render/text.js";
import type { Verification } from "./verification.js";

/**
 * A verification for people at a terminal: what differs, from the client to the running chain, then what was not compared.
 *
 * @param other - What the chain was compared with, such as `what runs at http://localhost:8080`.
 */
export function verificationText(name: string, other: string, { diff, notCompared }: Verification): string {
  const isEqual = diff.changes.length === 0;
  const verdict = isEqual ? `${name} is ${other}\n` : `${name} is not ${other}\n\n${diffText(diff)}`;
  if (notCompared.length === 0) return verdict;
  return `${verdict}\nNot compared:\n${notCompared.map((line) => `  ${line}\n`).join("")}`;
}
