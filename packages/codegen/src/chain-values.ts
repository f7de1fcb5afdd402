/** What the values of a chain's options look like, wherever they are given. */

/** What begins the names of a client: `HelloWorld` gives `invokeHelloWorld`. */
export const chainName: RegExp = /^[\p{L}_][\p{L}\p{N}_-]{0,99}$/u;

/** The platform's ids are letters and digits. What begins a chain's host, `chain-`, is no part of its id. */
export const chainId: RegExp = /^(?!chain-)[A-Za-z0-9_-]+$/;

/** Whether a text is a URL of a chain as the platform shows it. */
export function isChainUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  // A chain that is a websocket is shown as `wss:`.
  const isOfChain = /\/((async_)?run_remote|websocket)$/.test(url?.pathname ?? "");
  return isPlain && /^(http|ws)s?:$/.test(url.protocol) && isOfChain;
}

/** Whether a source can be introspected: a Python file on disk. */
export function isIntrospectable(path: string): boolean {
  return /\.py$/i.test(path) && !path.startsWith("git:");
}
