/** What a run does to one file. */
export interface FileChange {
  /** Relative to the client's folder. */
  readonly path: string;
  readonly status: "created" | "changed" | "unchanged" | "removed";
  /** The text to write; none where the file is removed. */
  readonly text?: string;
}
