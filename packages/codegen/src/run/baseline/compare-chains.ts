import type { ChainChange } from "../../diff/chain-change.js";
import { diffSignatures } from "../../diff/diff-signatures.js";
import type { ChainSignature } from "../../signature.js";
import { type ChainPair, pairChains } from "./chain-pair.js";
import type { ReadChain } from "./read-chains.js";

/** The chains of a config as they were and as they are. */
export interface ReadChains {
  readonly before: readonly ReadChain[];
  readonly after: readonly ReadChain[];
  /** Whether the old ones are all that there were: then one without a successor is gone. */
  readonly isWhole: boolean;
}

/** Says what has become of each chain, one client after the other: first those that are there, then those that are gone. */
export function compareChains({ before, after, isWhole }: ReadChains): readonly ChainChange[] {
  const clients = new Set([...after, ...before].map(({ client }) => client));
  return [...clients].flatMap((client) =>
    compareClient(client, {
      before: before.filter((chain) => chain.client === client),
      after: after.filter((chain) => chain.client === client),
      isWhole,
    }),
  );
}

/** Says what has become of each chain of one client. */
export function compareClient(
  client: string | undefined,
  { before, after, isWhole }: ReadChains,
): readonly ChainChange[] {
  // A chain that cannot be read on one side is known by its file on the other.
  const unread = new Set([...before, ...after].flatMap(({ label, signature }) => (signature ? [] : label)));
  const old = before.flatMap(({ label, signature }) => (unread.has(label) ? [] : (signature ?? [])));
  const present = after.flatMap(({ label, signature, features }) =>
    unread.has(label) || signature === undefined ? [] : { after: signature, features },
  );
  const compared = pairChains(old, present, isWhole).map((pair) => changeOf(client, pair));
  const labels = new Set(after.map(({ label }) => label));
  const others = [...unread].map((label): ChainChange => {
    const [name = label] = [...after, ...before].flatMap((chain) =>
      chain.label === label ? (chain.signature?.name ?? []) : [],
    );
    const said = { name, source: label, client, changes: [] };
    if (labels.has(label)) return { ...said, status: "incomparable", level: "none" };
    return { ...said, status: "gone", level: "major" };
  });
  return [...compared, ...others];
}

/** Says what has become of one chain. */
export function changeOf(client: string | undefined, { before, after, features }: ChainPair): ChainChange {
  const said = (signature: ChainSignature | undefined) => {
    return { name: signature?.name ?? "", source: signature?.source ?? "", client, changes: [] };
  };
  if (before === undefined) return { ...said(after), status: "new", level: "minor" };
  if (after === undefined) return { ...said(before), status: "gone", level: "major" };
  const { level, changes } = diffSignatures(before, after, features);
  return { ...said(after), status: level === "none" ? "unchanged" : "changed", level, changes };
}
