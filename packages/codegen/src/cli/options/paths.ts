import { UsageError } from "../../usage-error.js";

/** What yargs makes of a command line: `_` holds the command and, unnamed, whatever stands behind `--`. */
interface Words {
  readonly _: readonly (string | number)[];
}

/** The sources that a command line names, those behind `--` too: a file may be called `-x.py`. */
export function pathsOf(named: readonly string[], { _: words }: Words): readonly string[] {
  const paths = [...named, ...words.slice(1).map(String)];
  if (paths.includes("")) throw new UsageError("A source is empty: name a .py, .pyi or .json file.");
  return paths;
}

/** The only source of a command that takes one; none where the schemas are given by options. */
export function onlyPath(named: string | undefined, words: Words): readonly string[] {
  const paths = pathsOf(named === undefined ? [] : [named], words);
  if (paths.length > 1) throw new UsageError("Name one source only.");
  return paths;
}
