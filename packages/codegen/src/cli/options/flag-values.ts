import { UsageError } from "../../usage-error.js";
import { optionWords } from "../output/command-text.js";

/**
 * Refuses `--check=yes`: yargs takes whatever is not `true` for false, and a check would write and pass.
 *
 * @param argv - the command line as it was typed: what yargs makes of it is true or false.
 * @param flags - the options that are true or false.
 */
export function refuseFlagValues(argv: readonly string[], flags: readonly string[]): true {
  for (const word of optionWords(argv)) {
    const [, name = "", value = ""] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
    if (flags.includes(name) && value !== "true" && value !== "false") {
      throw new UsageError(`--${name} is true or false: --${name} alone is true.`);
    }
  }
  return true;
}

/**
 * Refuses `--port=`, as an unset variable of a script leaves it: yargs takes it for 0, which is any free port.
 *
 * @param argv - the command line as it was typed: what yargs makes of it is a number.
 * @param numbers - the options that are numbers.
 */
export function refuseEmptyNumbers(argv: readonly string[], numbers: readonly string[]): true {
  for (const [index, word] of optionWords(argv).entries()) {
    const [, name = "", value = argv[index + 1]] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (numbers.includes(name) && value?.trim() === "") throw new UsageError(`--${name} is a number.`);
  }
  return true;
}
