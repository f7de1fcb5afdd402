import { UsageError } from "./usage-error.js";

/** Refuses a `--name` that cannot begin the names of a client: `HelloWorld` gives `invokeHelloWorld`. */
export function checkName(name: string | undefined): void {
  if (name === undefined || /^[\p{L}_][\p{L}\p{N}_-]{0,99}$/u.test(name)) return;
  throw new UsageError("--name is a name such as HelloWorld: letters, digits, - and _, beginning with a letter.");
}

/** Refuses an `--out` that names no folder, as an unset variable of a script leaves it. */
export function checkOut(out: string): void {
  if (out === "") throw new UsageError("--out is the folder of the client, such as src/chains.");
}

/** Refuses a `--chain-id` that is none: the platform's ids are letters and digits. */
export function checkChainId(id: string | undefined): void {
  if (id === undefined || /^[A-Za-z0-9_-]+$/.test(id)) return;
  throw new UsageError("--chain-id is the id alone, such as abc123: letters and digits.");
}

/** Refuses a `--chain-url` that no call could use, here rather than when it is called. */
export function checkChainUrl(text: string | undefined): void {
  if (text === undefined) return;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (isPlain && /^https?:$/.test(url.protocol) && /\/(async_)?run_remote$/.test(url.pathname)) return;
  throw new UsageError(
    "--chain-url is the URL that the platform shows: https://chain-abc123.api.baseten.co/production/run_remote.",
  );
}
