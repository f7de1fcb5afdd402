import type { ChainsDiff } from "../chain-change.js";

/** What has changed of several chains, for programs: `docs/versioning.md` has its form. */
export function severalJson({ since, level, chains }: ChainsDiff): string {
  const listed = chains.map(({ name, source, client, status, level: own, changes }) => {
    return { name, source, ...(client === undefined ? {} : { client }), status, level: own, changes };
  });
  return `${JSON.stringify({ formatVersion: 1, since, level, chains: listed }, undefined, 2)}\n`;
}
