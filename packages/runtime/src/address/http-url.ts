import { ChainConfigError } from "../errors/chain-config-error.js";

/** What the URL of a call begins with. */
export type BaseUrl = Pick<URL, "origin" | "pathname">;

/** Parses an address that a caller gave, or refuses it. The message does not show it: it may hold a secret. */
export function httpUrl(chain: string, option: string, value: unknown): BaseUrl {
  try {
    const url = new URL(String(value));
    // An origin holds no credentials.
    if (/^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname) return url;
  } catch {
    // It is no URL at all.
  }
  throw new ChainConfigError(`\`${option}\` has to be an http(s) URL of a host and a path alone`, { chain });
}

/** Whether what is sent to an origin is encrypted, or does not leave this machine. */
export function isPrivate(origin: string): boolean {
  return /^(https:|http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$)/.test(origin);
}
