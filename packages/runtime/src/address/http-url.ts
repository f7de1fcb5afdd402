import { ChainConfigError } from "../errors/chain-config-error.js";

/** Parses an address that a caller gave, or refuses it. The message does not show it: it may hold a secret. */
export function httpUrl(chain: string, option: string, value: unknown): URL {
  const url = typeof value === "string" ? parsed(value) : undefined;
  // An origin holds no credentials.
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname) return url;
  throw new ChainConfigError(`\`${option}\` has to be an http(s) URL of a host and a path alone`, {
    chain,
  });
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Whether a URL leads to this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
