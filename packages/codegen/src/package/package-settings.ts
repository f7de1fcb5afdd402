/** What a published package is, besides the chains in it. */
export interface PackageSettings {
  /** The name in the registry, such as `@acme/hello`: one that a registry takes. */
  readonly name: string;
  /**
   * The version that a new package starts with. A version that stands in a package.json already is left alone.
   *
   * @defaultValue "0.1.0"
   */
  readonly version?: string;
  /** The text of the package's LICENSE. */
  readonly license?: string;
  /** The URL of the registry that the package is published to. By default the one that the package manager knows. */
  readonly registry?: string;
  /** Who may install it from the registry. By default what the registry itself takes for a name of this kind. */
  readonly access?: PackageAccess;
}

/** Everybody, or the members of the scope. */
export type PackageAccess = "public" | "restricted";
