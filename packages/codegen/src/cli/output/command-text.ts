import { commandName } from "../../package-manager.js";
import { shellText } from "../../run/shell-text.js";

/** The modes of a command that write nothing, or say it in another form. */
const modes = ["--check", "--dry-run", "--json"];

/** The command that writes what one with these words was asked about, with more options. */
export function writingCommandText(argv: readonly string[], ...more: readonly string[]): string {
  const options = optionWords(argv);
  const words = options.filter((word, index) => !isMode(word) && !isModeValue(word, options[index - 1]));
  return `${commandName()} ${shellText([...words, ...more, ...argv.slice(options.length)])}`;
}

/** The words of a command line that may be options: those before `--`. */
export function optionWords(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return end === -1 ? argv : argv.slice(0, end);
}

function isMode(word: string): boolean {
  return modes.includes(word.replace(/=(true|false)$/, ""));
}

/** `--check true` is two words. */
function isModeValue(word: string, before: string | undefined): boolean {
  return /^(true|false)$/.test(word) && before !== undefined && modes.includes(before);
}
