import { isIPv4, isIPv6 } from "node:net";
import type { Constant } from "./constant.js";

/** The classes of addresses with the text that each is written as; `undefined` where Python refuses the text. */
export const addressTexts: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ["ipaddress.IPv4Address", version4],
  ["ipaddress.IPv6Address", version6],
]);

/** `ip_address("…")`: an address of either version. */
export function addressOf(text: string): Constant | undefined {
  for (const [type, read] of addressTexts) {
    const address = read(text);
    if (address !== undefined) return { kind: "text", type, text: address };
  }
  return undefined;
}

function version4(text: string): string | undefined {
  return isIPv4(text) ? text : undefined;
}

/** In the shortest form, as in the host of a URL. Scopes are left to Python. */
function version6(text: string): string | undefined {
  return isIPv6(text) && !text.includes("%") ? new URL(`http://[${text}]`).hostname.slice(1, -1) : undefined;
}
