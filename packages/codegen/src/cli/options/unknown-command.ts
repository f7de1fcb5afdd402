import { similarName } from "../../similar-name.js";
import { UsageError } from "../../usage-error.js";

const commands: readonly string[] = ["init", "generate", "describe", "diff", "mock", "verify"];

/** What a command line without a command is told. */
export const nameACommand: string = `Name a command: ${commands.slice(0, -1).join(", ")} or ${commands.at(-1)}.`;

/** Refuses a word that is no command before its arguments are looked at: they are right or wrong for no command. */
export function refuseUnknownCommand({ _: [first] }: { readonly _: readonly (string | number)[] }): void {
  const name = String(first ?? "");
  if (first === undefined || commands.includes(name)) return;
  const meant = similarName(name, commands);
  throw new UsageError(`There is no command ${name}${meant === undefined ? "." : `; did you mean ${meant}?`}`);
}
