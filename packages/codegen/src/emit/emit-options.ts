/** How the files of a client refer to each other. */
export interface EmitOptions {
  /** What specifiers end in: ".js", ".ts", or nothing. */
  readonly importExtension: "js" | "ts" | "none";
}
