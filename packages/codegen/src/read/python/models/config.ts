import type { Extra } from "../types/definition.js";

/** Turns the name of a field into its alias. */
export type AliasGenerator = (name: string) => string;

/** The settings of a model that its schema depends on; a member left out has pydantic's default. */
export interface ModelConfig {
  readonly extra?: "allow" | "forbid" | "ignore";
  readonly title?: string;
  /** Without a generator where it says that there is none. */
  readonly aliases?: { readonly validation?: AliasGenerator; readonly serialization?: AliasGenerator };
  readonly bytesAs?: "utf8" | "base64" | "hex";
  /** The form in which bytes are taken. */
  readonly bytesFrom?: "utf8" | "base64" | "hex";
  /** What NaN and infinity are written as: a word of JavaScript's, or a text, where not null. */
  readonly infinityAs?: "null" | "constants" | "strings";
  /** Whether dates and durations are written as numbers, by `ser_json_temporal`. */
  readonly momentsAsNumbers?: boolean;
  /** Whether values are taken only where they have the very types of Python. */
  readonly isStrict?: boolean;
  readonly durationsAs?: "iso8601" | "float";
  /** The forms in which the server sends bytes and durations where the schema does not go by them. */
  readonly sentForms?: Pick<ModelConfig, "bytesAs" | "durationsAs">;
  readonly attributeDocstrings?: boolean;
  readonly defaultsRequired?: boolean;
  /** `serialize_by_alias` */
  readonly serializesByAlias?: boolean;
  /** Whether fields with an alias can be given by their names, too. */
  readonly acceptsNames?: boolean;
  /** Whether they can be given by their aliases, which is usual. */
  readonly acceptsAliases?: boolean;
  /** Whether texts are stripped, or changed in case. */
  readonly rewritesTexts?: boolean;
  /** `validate_default` */
  readonly validatesDefaults?: boolean;
  /** Whether functions of the user's write some values. */
  readonly encodesByCode?: boolean;
  readonly extraSchema?: Extra;
}
