/** What a client consists of, and how its files refer to each other. */
export interface EmitOptions {
  /** What specifiers end in: ".js", ".ts", or nothing. */
  readonly importExtension: "js" | "ts" | "none";
  /**
   * Whether chains that answer with JSON get a binary call too, with types of its own for bytes and arrays.
   *
   * @defaultValue false
   */
  readonly binary?: boolean;
}
