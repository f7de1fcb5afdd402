import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { cleanIndentation } from "./clean-indentation.js";
import { constraintSentences } from "./constraints.js";
import { type Documentation, undocumented } from "./documentation.js";
import { codeSpan, jsonCode, jsonText } from "./json-text.js";

const mostExamples = 5;

/** What is said about a model, or any other definition. */
export function documentDefinition(schema: JsonSchema): Documentation {
  return typeof schema === "boolean" ? undocumented : describe(schema, []);
}

/** What is said about a field of a model. A default that is the only value is in the type already. */
export function documentField(schema: JsonSchema, hasDefault: boolean): Documentation {
  if (typeof schema === "boolean") return undocumented;
  const documentation = describe(schema, []);
  if (!hasDefault || schema.default === undefined || schema.const !== undefined) return documentation;
  return { ...documentation, defaultValue: defaultText(schema) };
}

/** What is said about an argument of the chain. Leaving it out is not the same as sending its default's text. */
export function documentArgument(schema: JsonSchema, optional: boolean): Documentation {
  const leftOut = "If left out, the chain uses its own default";
  if (typeof schema === "boolean") return optional ? { ...undocumented, notes: [`${leftOut}.`] } : undocumented;
  if (!optional) return describe(schema, []);
  return describe(schema, [schema.default === undefined ? `${leftOut}.` : `${leftOut}: ${jsonCode(schema.default)}.`]);
}

function describe(schema: JsonSchemaObject, more: readonly string[]): Documentation {
  const { text: description, deprecated } = deprecationOf(schema);
  const constraints = constraintSentences(schema).join(" ");
  const notes = [constraints, examplesSentence(schema), ...more].filter((note) => note !== "");
  const { examples } = schema;
  return {
    ...(description ? { description } : {}),
    ...(examples === undefined ? {} : { examples }),
    notes,
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

const deprecationParagraph = /(?:^|\n\n)Deprecated: (?<message>\S.*)(?=\n\n|$)/g;

/**
 * A description without the paragraph that says what to use in place of something deprecated, and what that says. Of several,
 * it is the last: what a field says with its mark comes after what its description does.
 */
function deprecationOf(schema: JsonSchemaObject): { readonly text: string; readonly deprecated?: string } {
  const description = cleanIndentation(schema.description ?? "");
  if (schema.deprecated !== true) return { text: description };
  const found = [...description.matchAll(deprecationParagraph)].at(-1);
  if (found === undefined) return { text: description.trim(), deprecated: "" };
  const [{ length }] = found;
  const text = description.slice(0, found.index) + description.slice(found.index + length);
  return { text: text.trim(), deprecated: found.groups?.["message"] ?? "" };
}

function examplesSentence(schema: JsonSchemaObject): string {
  const examples = (schema.examples ?? []).slice(0, mostExamples).map(jsonCode);
  return examples.length === 0 ? "" : `For example ${examples.join(", ")}.`;
}

/** Plain values are written as they are; anything that documentation tools would take for markup, as code. */
function defaultText(schema: JsonSchemaObject): string {
  const text = jsonText(schema.default ?? null);
  return /^[\w".+ -]*$/.test(text) ? text : codeSpan(text);
}
