import { ChainInputError, type InputProblem } from "../errors/chain-input-error.js";
import { problemLines } from "./problem-lines.js";
import { unsayable } from "./unsayable.js";

/**
 * What JSON text holds where something may have been lost: a `null` (NaN, infinities, `undefined` in an array), an empty
 * object (Map, Set), keys that count from 0 (typed arrays), a Buffer, and the text of a Date. Where it has none of these,
 * which takes less time to see than to write the text, nothing else is checked.
 */
const suspicious = ["null", "{}", '{"0":', 'Buffer"'];
const dateText = /\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/;

/** Writes the input as JSON, or refuses it with the paths of what JSON cannot say. */
export function encodeInput(chain: string, input: unknown): string {
  let problems: readonly InputProblem[] = [{ path: [], message: "it must be a plain object" }];
  if (isPlain(input)) {
    try {
      const text = JSON.stringify(input);
      if (!mayBeLess(text, input) || unsayable(input).length === 0) return text;
    } catch {
      // It holds a bigint or a cycle.
    }
    problems = unsayable(input);
  }
  throw new ChainInputError(`the input was not sent:${problemLines(problems)}`, { chain, problems });
}

/**
 * Whether something may be lost in the text. JSON leaves functions and symbols out of objects without a trace: only arguments
 * themselves are looked at for them.
 */
function mayBeLess(text: string, input: object): boolean {
  return (
    suspicious.some((part) => text.includes(part)) ||
    (text.includes('Z"') && dateText.test(text)) ||
    Object.values(input).some((value) => typeof value === "function" || typeof value === "symbol")
  );
}

/** A plain object of this realm or another; an instance of a class, or what has a `toJSON`, may not be what its fields say. */
function isPlain(input: unknown): input is object {
  const prototype: unknown = Object.getPrototypeOf(input ?? 0);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return typeof (input as { toJSON?: unknown }).toJSON !== "function";
}
