import { UsageError } from "../usage-error.js";

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
  const end = argv.indexOf("--");
  for (const word of end === -1 ? argv : argv.slice(0, end)) {
    const [, name = "", value = ""] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
    if (flags.includes(name) && value !== "true" && value !== "false") {
      throw new UsageError(`--${name} is true or false: --${name} alone is true.`);
    }
  }
  return true;
}
