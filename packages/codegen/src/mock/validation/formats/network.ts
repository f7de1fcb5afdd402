import { isIP } from "node:net";

const notUrl = "Input should be a valid URL, ";

/** Finds what is wrong with a URL. */
export function findUrlFault(text: string): string | undefined {
  if (text === "") return `${notUrl}input is empty`;
  if (URL.canParse(text)) return undefined;
  return notUrl + (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? "invalid domain character" : "relative URL without a base");
}

/** Finds what is wrong with an address of one version of IP. */
export function findAddressFault(text: string, version: 4 | 6): string | undefined {
  return isIP(text) === version ? undefined : `Input is not a valid IPv${version} address`;
}
