import type { ChainIdVariable } from "../chain-id.js";
import type { JsonSchema, Transport } from "../signature.js";

/** Two plain JSON Schemas, by the paths of their files. */
export interface SchemaPairConfig {
  /** The schema of the arguments. */
  readonly input: string;
  /** The schema of the result. */
  readonly output: string;
}

/** The types of other libraries, by qualified name: `{ "torch.Tensor": { type: "array" } }`. */
export interface TypesConfig {
  readonly [qualifiedName: string]: JsonSchema;
}

/** The ids of a chain that has another one in each environment: `{ production: "abc123", staging: "def456" }`. */
export interface ChainIdsConfig {
  readonly [environment: string]: string;
}

/** The package that clients are published as: docs/publishing.md. */
export interface PackageConfig {
  /** The name in the registry, such as `@acme/hello`. Without one, at the top or for the chain, there is no package. */
  readonly name?: string | undefined;
  /**
   * The version that a new package starts with.
   *
   * @defaultValue "0.1.0"
   */
  readonly version?: string | undefined;
  /**
   * The registry to publish it to.
   *
   * @defaultValue that of the package manager
   */
  readonly registry?: string | undefined;
  /**
   * Who may install it.
   *
   * @defaultValue the registry's own default
   */
  readonly access?: "public" | "restricted" | undefined;
  /**
   * The file of its licence.
   *
   * @defaultValue none
   */
  readonly license?: string | undefined;
}

/** What can be set for one chain, or at the top of a config for all chains that do not set it themselves. */
export interface SharedConfig {
  /** The folder of the client; chains in the same folder share an index. */
  readonly out?: string | undefined;
  /**
   * Turns the folder into a package that can be published: its name, or an object that says more. What is set at the
   * top applies to the packages of all chains.
   *
   * @defaultValue none
   */
  readonly package?: string | PackageConfig | undefined;
  /**
   * Whether to also write calls in binary form, with bytes and numpy arrays as they are.
   *
   * @defaultValue false
   */
  readonly binary?: boolean | undefined;
  /**
   * Whether floats in answers may be `null`, because NaN and infinity arrive as `null`.
   *
   * @defaultValue false
   */
  readonly nanAsNull?: boolean | undefined;
  /**
   * Whether to also write the JSON Schema of the arguments, as a constant. See docs/schemas.md.
   *
   * @defaultValue false
   */
  readonly schemas?: boolean | undefined;
  /**
   * Whether to treat anything that is not known for certain as an error; excludes `lenient`.
   *
   * @defaultValue false
   */
  readonly strict?: boolean | undefined;
  /**
   * Whether to warn about what truss refuses in a Python source, instead of failing; excludes `strict`.
   *
   * @defaultValue false
   */
  readonly lenient?: boolean | undefined;
  /**
   * Other folders to look up imports in, besides the chain's own.
   *
   * @defaultValue none
   */
  readonly roots?: readonly string[] | undefined;
  /**
   * The types of other libraries: JSON Schemas by qualified name, or the path of a JSON file that contains them.
   *
   * @defaultValue none
   */
  readonly types?: string | TypesConfig | undefined;
  /**
   * Whether to run the Python source instead of reading it; excludes `types`.
   *
   * @defaultValue false
   */
  readonly introspect?: boolean | undefined;
  /**
   * The interpreter that runs it: a path, or a name (without a slash) that is on `PATH`.
   *
   * @defaultValue that of the active environment, else `python3`, else `python`
   */
  readonly python?: string | undefined;
}

/** One chain, or what the files of a glob have in common. Paths are relative to the folder of the config. */
export interface ChainConfig extends SharedConfig {
  /** Where the signature comes from: a path, `git:REV:path`, a glob, or two plain JSON Schemas. */
  readonly source: string | SchemaPairConfig;
  /** The chain's class, if the file does not mark exactly one. */
  readonly entrypoint?: string | undefined;
  /** The name in TypeScript, instead of the class's; required with two plain JSON Schemas. */
  readonly name?: string | undefined;
  /**
   * Built into the client, so that calls need no address: an id, ids by environment, or `{ env: "VARIABLE" }`; excludes `chainUrl`.
   * The variable is read with each call; an environment is a call's `target`: docs/calling.md.
   */
  readonly chainId?: string | ChainIdVariable | ChainIdsConfig | undefined;
  /** Instead of the id: the chain's URL, as the platform shows it; excludes `chainId`. */
  readonly chainUrl?: string | undefined;
  /** What a running chain streams, if its schema document does not say. */
  readonly transport?: Extract<Transport, "text-stream" | "byte-stream" | "framed-stream"> | undefined;
}

/**
 * A config: the chains of a project, and what they have in common. What is set at the top applies to every chain that does
 * not say otherwise. Paths are relative to the folder of the config.
 */
export interface TypedChainsConfig extends SharedConfig {
  /** The JSON Schema of a config, for editors. */
  readonly $schema?: string | undefined;
  /**
   * The extension in the client's own imports: `none` for Next.js, React Native and webpack.
   *
   * @defaultValue "js"
   */
  readonly importExtension?: "js" | "ts" | "none" | undefined;
  /** The chains that `generate` writes clients for. */
  readonly chains?: readonly ChainConfig[] | undefined;
}
