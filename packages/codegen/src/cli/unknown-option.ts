import { similarName } from "../similar-name.js";
import { flags } from "./flag-values.js";

/** The options of all commands, which yargs does not tell. */
const options: readonly string[] = [
  ...flags,
  ...["config", "entrypoint", "name", "root", "types", "python", "transport", "input-schema", "output-schema", "out"],
  ...["chain-id", "chain-url", "import-extension", "package", "package-version", "check-breaking", "port", "answer"],
  ...["seed", "webhook-secret", "fault", "url", "source"],
];

/** Adds to the message on an unknown option the one that may be meant. */
export function withMeantOption(message: string): string {
  const unknown = /^Unknown arguments?: (\S+?)(,|$)/.exec(message)?.[1];
  const meant = unknown === undefined || options.includes(unknown) ? undefined : similarName(unknown, options);
  return meant === undefined ? message : `${message}; did you mean --${meant}?`;
}
