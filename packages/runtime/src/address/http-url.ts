import { ChainConfigError } from "../errors/chain-config-error.js";

/** What the URL of a call begins with. */
export interface BaseUrl {
  readonly origin: string;
  readonly pathname: string;
  /** Whether what is sent there is encrypted, or does not leave this machine. */
  readonly isPrivate: boolean;
}

/** The address that was parsed last: that of most calls is the same again. */
let last: (BaseUrl & { readonly text: string }) | undefined;

/** Parses an address that a caller gave, or refuses it. The message does not show it: it may hold a secret. */
export function httpUrl(chain: string, option: string, value: unknown): BaseUrl {
  try {
    const text = String(value);
    if (last?.text === text) return last;
    const { href, origin, pathname } = new URL(text);
    // An origin holds no credentials.
    if (/^https?:/.test(href) && href === origin + pathname) {
      last = { text, origin, pathname, isPrivate: isPrivate(origin) };
      return last;
    }
  } catch {
    // It is no URL at all.
  }
  throw new ChainConfigError(`\`${option}\` must be an http(s) URL of a host and path alone`, { chain });
}

/** Whether what is sent to an origin is encrypted, or does not leave this machine. */
export function isPrivate(origin: string): boolean {
  return /^(https:|http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$)/.test(origin);
}
