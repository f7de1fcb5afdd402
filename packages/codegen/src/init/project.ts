import type { JsonFile } from "../read/json/json-file.js";
import type { NewChain } from "./config-text.js";

/** What is known of the project that `init` is run in, before anything is decided. Paths start at its folder. */
export interface Project {
  readonly packageJson: JsonFile;
  readonly usesTypeScript: boolean;
  /** Whether what builds it looks for `./a.js` as it stands, and never for the `./a.ts` that it is made from. */
  readonly takesNoExtension: boolean;
  /** The config that is there already. */
  readonly config: PresentConfig | undefined;
  /** The chains that its files hold. */
  readonly chains: FoundChains;
  /** The texts of the files that are there and may be edited, package.json among them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A config that is there already, as far as `init` has to know it. */
export interface PresentConfig {
  readonly file: string;
  /** Where its clients go. */
  readonly folders: readonly string[];
  /** Its chains; an id that is not the same everywhere is left out. */
  readonly chains: readonly NewChain[];
  /** Whether all its clients are packages, which bring the runtime along. */
  readonly makesPackagesOnly: boolean;
}

/** The files of a project that hold a chain. */
export interface FoundChains {
  /** Python files, and signature documents of chains that none of these is. */
  readonly sources: readonly string[];
  /** Files with a chainlet of which none is marked as the entrypoint, so that the chain may be any of them. */
  readonly undecided: readonly string[];
}
