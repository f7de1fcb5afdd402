import { similarName } from "../../similar-name.js";

/**
 * Adds to the message on an unknown option the one that may be meant.
 *
 * @param names - the options of the command.
 */
export function withMeantOption(message: string, names: readonly string[]): string {
  const unknown = /^Unknown arguments?: (\S+?)(,|$)/.exec(message)?.[1];
  const meant = unknown === undefined ? undefined : similarName(unknown, names);
  return meant === undefined ? message : `${message}; did you mean --${meant}?`;
}
