import { ChainInputError, type InputProblem } from "../errors/chain-input-error.js";
import { problemLines } from "./problem-lines.js";
import { unsayable } from "./unsayable.js";

/**
 * What JSON text looks like where something may have been lost: a `null` (NaN, infinities, `undefined` in an array), an
 * empty object (Map, Set), keys that count from 0 (typed arrays), a Buffer, the text of a Date. Where it looks like none of
 * these, a call pays nothing for the check.
 */
const suspicious = /null|\{\}|\{"0":|"type":"Buffer"|\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/;

/** Writes the input as JSON, or refuses it with the paths of what JSON cannot say. */
export function encodeInput(chain: string, input: unknown): string {
  const text = isPlain(input) ? written(input) : undefined;
  if (text !== undefined && !suspicious.test(text) && !Object.values(input as object).some(isDropped)) return text;
  const problems = isPlain(input) ? problemsOf(input) : [{ path: [], message: "it has to be a plain object" }];
  if (text !== undefined && problems.length === 0) return text;
  throw new ChainInputError(`the input was not sent:${problemLines(problems)}`, { chain, problems });
}

function written(input: object): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}

/** A getter may throw, or the nesting be too deep. */
function problemsOf(input: object): InputProblem[] {
  try {
    return unsayable(input);
  } catch (error) {
    return [{ path: [], message: String(error) }];
  }
}

/** JSON leaves such a property out without a trace in the text. Only arguments themselves are looked at for it. */
function isDropped(value: unknown): boolean {
  return typeof value === "function" || typeof value === "symbol";
}

/** A plain object of this realm or another; an instance of a class, or what has a `toJSON`, may not be what its fields say. */
function isPlain(input: unknown): input is object {
  const prototype: unknown = Object.getPrototypeOf(input ?? 0);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return typeof (input as { toJSON?: unknown }).toJSON !== "function";
}
