/** Which of a type's schemas is made. */
export interface SchemaMode {
  readonly direction: "validation" | "serialization";
  /** Whether keys are aliases; field names otherwise. Where set: whether they are is up to each model's settings. */
  readonly byAlias: boolean | "where-set";
  /** Whether every field that is always sent counts as required, defaulted or not. Pydantic itself leaves those out. */
  readonly requireSent: boolean;
}

/** What the server takes in. */
export const inputMode: SchemaMode = { direction: "validation", byAlias: true, requireSent: false };

/** What the server sends as JSON: it writes field names, and leaves nothing out. */
export const outputMode: SchemaMode = { direction: "serialization", byAlias: false, requireSent: true };

/** What a frame of a stream carries: as what the server sends, but for models that set `serialize_by_alias`. */
export const frameMode: SchemaMode = { direction: "serialization", byAlias: "where-set", requireSent: true };
