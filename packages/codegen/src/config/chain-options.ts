import type { ChainId } from "../chain-id.js";
import type { GivenTypes } from "../read/given-types.js";
import type { Transport } from "../signature.js";
import type { PackageConfig } from "./config.js";

/**
 * What is said of a chain at one level: at the top of a config, in one of its chains, or on the command line. Paths start
 * at the current folder.
 */
export interface ChainOptions {
  readonly entrypoint?: string | undefined;
  readonly name?: string | undefined;
  readonly transport?: Transport | undefined;
  readonly strict?: boolean | undefined;
  readonly lenient?: boolean | undefined;
  readonly roots?: readonly string[] | undefined;
  readonly types?: string | GivenTypes | undefined;
  readonly introspect?: boolean | undefined;
  readonly python?: string | undefined;
  readonly binary?: boolean | undefined;
  readonly nanAsNull?: boolean | undefined;
  readonly schemas?: boolean | undefined;
  readonly chainId?: ChainId | undefined;
  readonly chainUrl?: string | undefined;
  readonly out?: string | undefined;
  readonly package?: PackageConfig | undefined;
}

/** Options of which one says that the other is not meant. */
export const rivals: readonly (readonly [keyof ChainOptions, keyof ChainOptions])[] = [
  ["strict", "lenient"],
  ["chainId", "chainUrl"],
  ["introspect", "types"],
];

/** What several levels come to: a later one says over, and without, what an earlier one said. */
export function overlay(...levels: readonly ChainOptions[]): ChainOptions {
  return levels.reduce(
    (below, above) => ({ ...without(below, above), ...said(above), ...said({ package: packageOf(below, above) }) }),
    {},
  );
}

/** A package is said in parts: its registry at the top, its name where the chain is. */
function packageOf(below: ChainOptions, above: ChainOptions): PackageConfig | undefined {
  return below.package && above.package ? { ...below.package, ...above.package } : undefined;
}

function said(options: ChainOptions): ChainOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** What remains of a level below one that says the rival of something in it. */
function without(below: ChainOptions, above: ChainOptions): ChainOptions {
  const dropped = rivals.flatMap(([one, other]) => [
    ...(isSaid(above[one]) ? [other] : []),
    ...(isSaid(above[other]) ? [one] : []),
  ]);
  return Object.fromEntries(Object.entries(below).filter(([key]) => !dropped.some((name) => name === key)));
}

/** Whether an option says something: `strict: false` takes nothing from `lenient`. */
export function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}
