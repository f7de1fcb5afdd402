import { ChainConfigError } from "../errors/chain-config-error.js";

/** Parses an address that a caller gave, or refuses it. The message does not show it: it may hold a secret. */
export function httpUrl(chain: string, option: string, value: unknown): URL {
  if (typeof value === "string" && URL.canParse(value)) {
    const url = new URL(value);
    // An origin holds no credentials.
    if (/^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname) return url;
  }
  throw new ChainConfigError(`\`${option}\` gives no http(s) URL without credentials, query or fragment`, {
    chain,
  });
}

/** Whether a URL leads to this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
