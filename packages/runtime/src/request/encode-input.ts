import { ChainInputError } from "../errors/chain-input-error.js";
import { problemLines } from "./problem-lines.js";
import { unsayable } from "./unsayable.js";

/**
 * What JSON text holds where something may have been lost: a `null` (NaN, infinities, `undefined` in an array), an empty
 * object (Map, Set), keys that count from 0 (typed arrays), a Buffer, and the text of a Date. Where it has none of these,
 * which takes less time to see than to write the text, nothing else is checked.
 */
const suspicious = ["null", "{}", '{"0":', 'Buffer"'];
const dateEnd = 'Z"';
const dateText = /\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/;

/** Writes the input as JSON, or refuses it with the paths of what JSON cannot say. */
export function encodeInput(chain: string, input: unknown): string {
  const text = isPlain(input) ? written(input) : undefined;
  if (text !== undefined) return text;
  const problems = isPlain(input) ? unsayable(input) : [{ path: [], message: "it has to be a plain object" }];
  throw new ChainInputError(`the input was not sent:${problemLines(problems)}`, { chain, problems });
}

/** The text, where nothing is lost in it. A bigint or a cycle throws. */
function written(input: object): string | undefined {
  try {
    const text = JSON.stringify(input);
    const mayBeLess = looksLess(text) || Object.values(input).some(isDropped);
    return mayBeLess && unsayable(input).length > 0 ? undefined : text;
  } catch {
    return undefined;
  }
}

function looksLess(text: string): boolean {
  return suspicious.some((part) => text.includes(part)) || (text.includes(dateEnd) && dateText.test(text));
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
