import type { InputProblem } from "../errors/chain-input-error.js";

/**
 * Reads the model server's text about input that does not fit: a headline, then one line a problem, with the location in
 * backticks: ``  `n.tup[1]`: Input should be a valid integer.`` A message may have lines of its own.
 */
export function inputProblemsOf(text: string): InputProblem[] | undefined {
  const [headline = "", ...lines] = text.split("\n  `");
  if (!/^Input Parsing Errors?:$/.test(headline)) return undefined;
  return lines.map((line) => {
    const [, location = "", message = line] = /^(.*?)`: (.*?)\.?$/s.exec(line) ?? [];
    return { path: pathOf(location), message };
  });
}

/** An index; or a key, with any brackets in it such as the labels of a union's members have: `dict[str,list[int]]`. */
const part = /\[(\d+)\]|(?:[^.[]|(?!\[\d+\])\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\])+|\[/g;

/**
 * `n.tup[1]` is `["n", "tup", 1]`, and `n.list[int][1]` is `["n", "list[int]", 1]`; `__root__` is the input as a whole. Keys
 * are not escaped: one with a dot comes apart.
 */
function pathOf(location: string): (string | number)[] {
  if (location === "__root__") return [];
  return Array.from(location.matchAll(part), ([text, index]) => (index === undefined ? text : Number(index)));
}
