import { ChainConfigError } from "../errors/chain-config-error.js";

/**
 * What a chain id and a regional environment are made of: words of a host label, with single hyphens between. The label begins
 * with `chain-`; an id that was copied with it is none.
 */
export const labelPart: RegExp = /^(?!chain-)[a-z\d]+(-[a-z\d]+)*$/i;

/** Labels with dots between, and perhaps a port. */
export const hostName: RegExp = /^[a-z\d.-]+(:\d+)?$/i;

/** A path segment: no dots alone, no slashes, no control characters, no halves of a surrogate pair. */
export const segment: RegExp = /^(?!\.*$)[^/\\\p{Cc}\p{Cs}]+$/u;

/** Lets a name or an id into a URL, or refuses it. Callers may be JavaScript, so that anything can come here. */
export function part(chain: string, option: string, value: unknown, fits: RegExp): string {
  if (typeof value === "string" && fits.test(value)) return value;
  throw new ChainConfigError(`\`${option}\` does not fit into a URL: give it alone`, { chain });
}
