import type { ChainId } from "./chain-id.js";
import type { ChainSource } from "./chain-source.js";
import type { EmitOptions } from "./emit/emit-options.js";
import type { PresentPackageJson } from "./package/package-json.js";
import type { PackageSettings } from "./package/package-settings.js";

/** One chain of a client: where its signature comes from, and where the chain lives. */
export interface ChainRequest {
  /** Where its signature is read from. */
  readonly source: ChainSource;
  /** What the client names as its source: a path with `/`, relative to the client's folder. */
  readonly label: string;
  /** Built into the client, so that calls need no address. */
  readonly chainId?: ChainId;
  /** Instead of the id: the address as the platform shows it. */
  readonly chainUrl?: string;
  /** Whether this chain gets binary calls. @defaultValue what the options of the client say */
  readonly binary?: boolean;
  /** Whether the floats of its answers may be `null`. @defaultValue what the options of the client say */
  readonly nanAsNull?: boolean;
  /** Whether the schema of its arguments is emitted. @defaultValue what the options of the client say */
  readonly schemas?: boolean;
}

/** What a client consists of, and whether it is a package. */
export interface ClientOptions extends EmitOptions {
  /** Turns it into a package that can be published. Its imports end in `.js`, whatever `importExtension` says. */
  readonly package?: PackageRequest;
  /** Called whenever a chain has been read. @defaultValue nothing is called */
  readonly onRead?: (request: ChainRequest) => void;
}

/** A package, and what is in its folder already. */
export interface PackageRequest {
  readonly settings: PackageSettings;
  /** The package.json, which belongs to the user as well. */
  readonly present?: PresentPackageJson;
}
