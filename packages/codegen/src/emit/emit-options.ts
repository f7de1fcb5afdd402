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
  /**
   * Whether the floats of answers are `number | null`: pydantic writes NaN and infinity as `null`.
   *
   * @defaultValue false
   */
  readonly nanAsNull?: boolean;
  /**
   * Whether the JSON Schema of each chain's arguments is emitted as a constant, `XInputSchema`, in a file of its own.
   *
   * @defaultValue false
   */
  readonly schemas?: boolean;
}
