import type { JsonSchemaObject } from "../../../signature.js";

/** Turns the name of a field into its alias. */
export type AliasGenerator = (name: string) => string;

/** The settings of a model that its schema depends on; a member left out has pydantic's default. */
export interface ModelConfig {
  readonly extra?: "allow" | "forbid" | "ignore";
  readonly title?: string;
  readonly aliases?: { readonly validation?: AliasGenerator; readonly serialization?: AliasGenerator };
  readonly bytesAs?: "utf8" | "base64" | "hex";
  readonly durationsAs?: "iso8601" | "float";
  readonly attributeDocstrings?: boolean;
  readonly defaultsRequired?: boolean;
  /** `json_schema_extra` */
  readonly extraSchema?: JsonSchemaObject;
}
