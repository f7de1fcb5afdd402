import { resolve } from "node:path";
import { chainId, chainName, isChainUrl } from "../../chain-values.js";
import { revisionPathOf } from "../../read/revision-path.js";
import { UsageError } from "../../usage-error.js";

/** What an option names that has no other check, so that an empty one can be told so. */
const meanings: ReadonlyMap<string, string> = new Map([
  ["config", "a config, such as typed-chains.config.json"],
  ["root", "a folder where imports are looked up too, such as src"],
  ["types", "a JSON file, such as types.json"],
  ["entrypoint", "a class of the source, such as HelloAll"],
  ["input-schema", "a JSON file, such as input.json"],
  ["output-schema", "a JSON file, such as output.json"],
  ["check-breaking", "what to compare with: git:REV, or a folder of signature documents"],
  ["answer", "a JSON file, such as answer.json"],
]);

/** Refuses an option that names nothing, as an unset variable of a script leaves it. */
export function checkEmpty(given: Readonly<Record<string, unknown>>): true {
  for (const [option, meaning] of meanings) {
    if ([given[option]].flat().includes("")) throw new UsageError(`--${option} is ${meaning}.`);
  }
  return true;
}

/** Refuses a source that is named twice, however its path is written: its client would be written twice. */
export function checkDistinct(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const same = revisionPathOf(path) === undefined ? resolve(path) : path;
    if (seen.has(same)) throw new UsageError(`The source ${path} is named twice.`);
    seen.add(same);
  }
}

/** Refuses a `--name` that cannot begin the names of a client: `HelloWorld` gives `invokeHelloWorld`. */
export function checkName(name: string | undefined): void {
  if (name === undefined || chainName.test(name)) return;
  throw new UsageError("--name is a name such as HelloWorld: letters, digits, - and _, beginning with a letter.");
}

/** Refuses an `--out` that names no folder, as an unset variable of a script leaves it. */
export function checkOut(out: string | undefined): void {
  if (out === "") throw new UsageError("--out is the folder of the client, such as src/chains.");
}

/** Refuses a `--chain-id` that is none: the platform's ids are letters and digits. */
export function checkChainId(id: string | undefined): void {
  if (id === undefined || chainId.test(id)) return;
  throw new UsageError("--chain-id is the id alone, such as abc123: letters and digits.");
}

/** Refuses a `--chain-url` that no call could use, here rather than when it is called. */
export function checkChainUrl(text: string | undefined): void {
  if (text === undefined || isChainUrl(text)) return;
  throw new UsageError(
    "--chain-url is the URL that the platform shows: https://chain-abc123.api.baseten.co/production/run_remote.",
  );
}
