/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * A JSON Schema of draft 2020-12. Every keyword is a value of JSON; those that this project gives a meaning have
 * their form here, and whoever reads a schema from outside checks that form first.
 */
export type JsonSchema = boolean | JsonSchemaObject;

/** A JSON Schema that is not simply `true` or `false`. */
export interface JsonSchemaObject {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  default?: JsonValue;
  deprecated?: boolean;
  examples?: JsonValue[];
  type?: string | string[];
  enum?: JsonValue[];
  const?: JsonValue;
  format?: string;
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema;
  patternProperties?: Record<string, JsonSchema>;
  propertyNames?: JsonSchema;
  prefixItems?: JsonSchema[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  contentSchema?: JsonSchema;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  [keyword: string]: unknown;
}

/** How a chain answers: one JSON value, a stream, or a socket. */
export type Transport = "json" | "text-stream" | "byte-stream" | "framed-stream" | "websocket";

/** What a framed stream consists of. Header and footer are present if the chain declares them. */
export interface FrameSchemas {
  /** What comes before the items. */
  header?: JsonSchema;
  /** Each item. */
  item: JsonSchema;
  /** What comes after the items. */
  footer?: JsonSchema;
}

/**
 * The signature of a chain's `run_remote`: the one model between reading and emitting, and a public file format
 * (`schema/chain-signature.schema.json`).
 *
 * Each schema in it is self-contained, with its own `$defs`.
 */
export interface ChainSignature {
  /** The version of the format. */
  formatVersion: 1;
  /** The entrypoint's class. Names in TypeScript derive from it. */
  name: string;
  /** The argument of `mark_entrypoint("…")`. */
  chainName?: string;
  /** `remote_config.name`. */
  displayName?: string;
  /** The docstring of `run_remote`, else of the class. */
  description?: string;
  /** The file it was read from, relative, with `/`. */
  source?: string;
  /** How the chain answers. */
  transport: Transport;
  /** An object schema with one property per argument, in order. A websocket has none. */
  input?: JsonSchemaObject;
  /** What the JSON wire carries. Only the `json` transport has it. */
  output?: JsonSchema;
  /** Only a framed stream has it. */
  frames?: FrameSchemas;
}
