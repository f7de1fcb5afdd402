import type { ChangeLevel } from "./rules.js";
import type { SignatureChange } from "./signature-diff.js";

/** What has become of one chain of several. */
export interface ChainChange {
  readonly name: string;
  /** Its source, as its document names it. */
  readonly source: string;
  /** The package that its client is, else the folder. */
  readonly client?: string | undefined;
  /** `incomparable` where it cannot be read as it was. */
  readonly status: "changed" | "unchanged" | "new" | "gone" | "incomparable";
  readonly level: ChangeLevel;
  readonly changes: readonly SignatureChange[];
}

/** What has changed for the callers of several chains. */
export interface ChainsDiff {
  /** What they are compared with, as the user wrote it. */
  readonly since: string;
  /** That of the chain whose change reaches furthest. */
  readonly level: ChangeLevel;
  readonly chains: readonly ChainChange[];
}
