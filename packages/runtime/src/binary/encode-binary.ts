import { ChainInputError, type InputProblem } from "../errors/chain-input-error.js";
import { problemLines } from "../request/problem-lines.js";
import { pack } from "./message/pack.js";
import { unsendable } from "./unsendable.js";

/** Writes the input as a message, or refuses it with the paths of what no message says. */
export function encodeBinary(chain: string, input: unknown): Uint8Array<ArrayBuffer> {
  const problems = problemsOf(input);
  if (problems.length === 0) return pack(input);
  throw new ChainInputError(`the input was not sent:${problemLines(problems)}`, { chain, problems });
}

/** A getter may throw. */
function problemsOf(input: unknown): readonly InputProblem[] {
  try {
    return unsendable(input);
  } catch (error) {
    return [{ path: [], message: String(error) }];
  }
}
