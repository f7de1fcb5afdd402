import { isIP } from "node:net";
import type { JsonSchemaObject } from "../../../signature.js";
import { numberKeyword } from "../schema-view.js";

const notUrl = "Input should be a valid URL, ";
/** The length that `HttpUrl` and `WebsocketUrl` are limited to: nothing else in a schema tells them from other URLs. */
const webLength = 2083;

/** Finds what is wrong with a URL. */
export function findUrlFault(text: string, schema: JsonSchemaObject): string | undefined {
  if (text === "") return `${notUrl}input is empty`;
  const most = numberKeyword(schema, "maxLength");
  if (most !== undefined && text.length > most) return `URL should have at most ${most} characters`;
  if (URL.canParse(text)) return most === webLength ? findSchemeFault(text) : undefined;
  return notUrl + (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? "invalid domain character" : "relative URL without a base");
}

function findSchemeFault(text: string): string | undefined {
  return /^\s*(?:https?|wss?):/i.test(text) ? undefined : "URL scheme should be 'http' or 'https'";
}

/** Finds what is wrong with an address of one version of IP. */
export function findAddressFault(text: string, version: 4 | 6): string | undefined {
  return isIP(text) === version ? undefined : `Input is not a valid IPv${version} address`;
}

/** The message about a value that is no address of any version. */
export const notAddress = "value is not a valid IPv4 or IPv6 address";

/** Finds what is wrong with an address of IP. */
export function findAnyAddressFault(text: string): string | undefined {
  return isIP(text) === 0 ? notAddress : undefined;
}
