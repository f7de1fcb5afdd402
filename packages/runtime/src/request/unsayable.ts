import type { InputProblem } from "../errors/chain-input-error.js";

/** How many problems are worth listing. */
export const mostProblems = 20;

/**
 * Lists what JSON cannot say, with the path to it. `JSON.stringify` would drop it, make a `null` of it that nobody wrote,
 * turn it into an object that no chain expects, or throw. It is `JSON.stringify` that walks here, so that both see the same.
 */
export function unsayable(input: object): InputProblem[] {
  const problems: InputProblem[] = [];
  const holders: unknown[] = [];
  const path: (string | number)[] = [];

  function visit(this: Record<string, unknown>, key: string, value: unknown): unknown {
    const depth = holders.indexOf(this);
    if (depth < 0) holders.push(this);
    else holders.length = depth + 1;
    path.length = holders.length - 1;
    path.push(Array.isArray(this) ? Number(key) : key);
    const message = holders.includes(value) ? "it contains itself" : complaintOf(this[key], value, Array.isArray(this));
    if (message === undefined) return value;
    if (problems.length < mostProblems) problems.push({ path: path.slice(1), message });
    return null;
  }

  try {
    JSON.stringify(input, visit);
  } catch (error) {
    // A getter may throw, or the nesting be too deep.
    problems.push({ path: [], message: String(error) });
  }
  return problems;
}

/** JSON takes what a `toJSON` gives. Dates and buffers have one too, but no type of ours has them. */
function complaintOf(given: unknown, replaced: unknown, isItem: boolean): string | undefined {
  const value = ArrayBuffer.isView(given) || kindOf(given) === "Date" ? given : replaced;
  const kind = kindOf(value);
  // An undefined property is the same as one left out; an undefined item becomes null.
  if (value === undefined && !isItem) return undefined;
  if (value === null && given !== null) return "its toJSON makes it null";
  if (/^(Null|Boolean|String|Object|Array)$/.test(kind) || Number.isFinite(value)) return undefined;
  return `JSON has no ${kind === "Number" ? String(value) : kind}`;
}

/** What a value is, by the name that it goes by in every realm: `Array`, `Date`, `Object`. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
