/**
 * Where the id of a chain comes from: it is known when the client is generated, or depends on the environment that is called,
 * or stands in an environment variable that is read with each call.
 */
export type ChainId = string | ChainIdsByEnvironment | ChainIdVariable;

/** A chain that has a different id in each environment. */
export interface ChainIdsByEnvironment {
  /** The ids, by the names of the environments: `{ production: "abc123", staging: "def456" }`. */
  readonly environments: Readonly<Record<string, string>>;
}

/** A chain whose id is not known when the client is generated. */
export interface ChainIdVariable {
  /** The name of the environment variable. */
  readonly env: string;
}
