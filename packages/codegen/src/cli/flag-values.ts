import { UsageError } from "../usage-error.js";
import { optionWords } from "./command-text.js";

/** The options that are true or false, which yargs does not tell. */
export const flags: readonly string[] = [
  ...["lenient", "strict", "introspect", "binary", "check", "dry-run", "json", "watch", "bump", "markdown"],
  ...["help", "version"],
];

/**
 * Refuses `--check=yes`: yargs takes whatever is not `true` for false, and a check would write and pass.
 *
 * @param argv - the command line as it was typed: what yargs makes of it is true or false.
 */
export function refuseFlagValues(argv: readonly string[]): true {
  for (const word of optionWords(argv)) {
    const [, name = "", value = ""] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
    if (flags.includes(name) && value !== "true" && value !== "false") {
      throw new UsageError(`--${name} is true or false: --${name} alone is true.`);
    }
  }
  return true;
}

/** The options that are numbers, with an example. */
const numbers: ReadonlyMap<string, string> = new Map([
  ["port", "8080"],
  ["seed", "1"],
]);

/**
 * Refuses `--port=`, as an unset variable of a script leaves it: yargs takes it for 0, which is any free port.
 *
 * @param argv - the command line as it was typed: what yargs makes of it is a number.
 */
export function refuseEmptyNumbers(argv: readonly string[]): true {
  for (const [index, word] of optionWords(argv).entries()) {
    const [, name = "", value = argv[index + 1]] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const example = numbers.get(name);
    if (example !== undefined && value?.trim() === "") {
      throw new UsageError(`--${name} is a number, such as ${example}.`);
    }
  }
  return true;
}
