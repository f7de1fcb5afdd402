import { similarName } from "../similar-name.js";

/** The options of all commands, which yargs does not tell. */
const options: readonly string[] = [
  ...["config", "entrypoint", "name", "lenient", "root", "types", "strict", "introspect", "python", "transport"],
  ...["input-schema", "output-schema", "out", "chain-id", "chain-url", "import-extension", "binary", "package"],
  ...["package-version", "check", "dry-run", "json", "watch", "bump", "check-breaking", "markdown", "port", "answer"],
  ...["seed", "webhook-secret", "fault", "url", "source", "help", "version"],
];

/** Adds to the message on an unknown option the one that may be meant. */
export function withMeantOption(message: string): string {
  const unknown = /^Unknown arguments?: (\S+?)(,|$)/.exec(message)?.[1];
  const meant = unknown === undefined || options.includes(unknown) ? undefined : similarName(unknown, options);
  return meant === undefined ? message : `${message}; did you mean --${meant}?`;
}
