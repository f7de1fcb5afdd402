import { decimalPatternStart } from "../../decimal-pattern-start.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { isNumpySchema } from "../binary/is-numpy-schema.js";
import { alternativesOf } from "../schema/definitions.js";
import { formatSentence } from "./formats.js";
import { codeSpan, jsonText } from "./json-text.js";

const numpySentence = "Numpy array, which `fromJsonArray` and `toJsonArray` of `@typed-chains/runtime/binary` convert.";

/** What a schema asks of a value beyond its type, as sentences: of the value itself, then of what it holds. */
export function constraintSentences(schema: JsonSchema): readonly string[] {
  if (typeof schema === "boolean") return [];
  return [...new Set([...ownSentences(schema), ...sentencesOfAlternatives(schema), ...sentencesOfContents(schema)])];
}

function ownSentences(schema: JsonSchemaObject): readonly string[] {
  const sentences = [
    typeof schema.format === "string" ? formatSentence(schema.format) : undefined,
    isNumpySchema(schema) ? numpySentence : undefined,
    rangeSentence(schema),
    textLengthSentence(schema),
    itemsSentence(schema),
    lengthSentence(schema, "minProperties", "maxProperties", "entry", "entries"),
    schema["uniqueItems"] === true ? "No duplicates." : undefined,
    typeof schema.pattern === "string" ? patternSentence(schema.pattern) : undefined,
    encodingSentence(schema),
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function rangeSentence(schema: JsonSchemaObject): string | undefined {
  const number = (name: string): string | undefined => numberText(schema[name]);
  const clauses: [string, string | undefined][] = [
    ["at least", number("minimum")],
    ["greater than", number("exclusiveMinimum")],
    ["at most", number("maximum")],
    ["less than", number("exclusiveMaximum")],
    ["a multiple of", number("multipleOf")],
  ];
  return sentenceOf(clauses.flatMap(([words, value]) => (value === undefined ? [] : [`${words} ${value}`])));
}

/** JSON carries decimals as text. */
function patternSentence(pattern: string): string {
  return pattern.startsWith(decimalPatternStart) ? "Decimal number." : `Matches ${codeSpan(pattern)}.`;
}

function textLengthSentence(schema: JsonSchemaObject): string | undefined {
  const unit = [schema.type].flat().includes("bytes") ? "byte" : "character";
  return lengthSentence(schema, "minLength", "maxLength", unit, `${unit}s`);
}

/** The length of a tuple is its type's. */
function itemsSentence(schema: JsonSchemaObject): string | undefined {
  return schema.prefixItems === undefined ? lengthSentence(schema, "minItems", "maxItems", "item", "items") : undefined;
}

function lengthSentence(
  schema: JsonSchemaObject,
  least: string,
  most: string,
  one: string,
  many: string,
): string | undefined {
  const from = numberText(schema[least]);
  const to = numberText(schema[most]);
  const unit = (to ?? from) === "1" ? one : many;
  if (from !== undefined && from === to) return `Exactly ${from} ${unit}.`;
  const clauses = [from && from !== "0" ? `at least ${from}` : "", to === undefined ? "" : `at most ${to}`].filter(
    Boolean,
  );
  const sentence = sentenceOf(clauses);
  return sentence?.replace(/\.$/, ` ${unit}.`);
}

function encodingSentence(schema: JsonSchemaObject): string | undefined {
  const encoding = schema["contentEncoding"];
  const mediaType = schema["contentMediaType"];
  const words = [
    typeof encoding === "string" ? `encoded as ${codeSpan(encoding)}` : "",
    typeof mediaType === "string" ? `content of type ${codeSpan(mediaType)}` : "",
  ];
  return sentenceOf(words.filter(Boolean));
}

/** A choice that is only about `null` is not spoken of; of other choices, each is named by its type. */
function sentencesOfAlternatives(schema: JsonSchemaObject): readonly string[] {
  const alternatives = alternativesOf(schema).filter((alternative) => !isNull(alternative));
  if (alternatives.length === 1) return alternatives.flatMap(constraintSentences);
  return alternatives.flatMap((alternative) => {
    const type = typeof alternative === "object" && typeof alternative.type === "string" ? alternative.type : "other";
    return constraintSentences(alternative).map((sentence) => `As ${articled(type)}: ${lowerFirst(sentence)}`);
  });
}

function sentencesOfContents(schema: JsonSchemaObject): readonly string[] {
  const contents: [string, JsonSchema | undefined][] = [
    ...itemsOf(schema.prefixItems ?? []),
    ["Each item", schema.items],
    ["Each value", schema.additionalProperties],
    ...Object.entries(schema.patternProperties ?? {}).map(valuesOfPattern),
    ["Each key", schema.propertyNames],
  ];
  return contents.flatMap(([name, content]) =>
    constraintSentences(content ?? true).map((sentence) => `${name}: ${lowerFirst(sentence)}`),
  );
}

/** The items of a tuple, as one where the same is asked of all. */
function itemsOf(items: readonly JsonSchema[]): readonly [string, JsonSchema][] {
  const asked = new Set(items.map((item) => constraintSentences(item).join()));
  const [first] = items;
  if (first !== undefined && items.length > 1 && asked.size === 1) return [["Each item", first]];
  return items.map((item, index) => [`Item ${index + 1}`, item]);
}

function valuesOfPattern([pattern, content]: [string, JsonSchema]): [string, JsonSchema] {
  return [`Each value whose key matches ${codeSpan(pattern)}`, content];
}

function isNull(schema: JsonSchema): boolean {
  return typeof schema === "object" && schema.type === "null";
}

function articled(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function numberText(value: unknown): string | undefined {
  return typeof value === "number" ? jsonText(value) : undefined;
}

function sentenceOf(clauses: readonly string[]): string | undefined {
  const text = clauses.join(", ");
  return text === "" ? undefined : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** Words of ours begin with a capital that is no part of a name, unless the next letter is one too: `UUID`, `URL`. */
function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z ]/.test(sentence) && !/^(IPv|IP )/.test(sentence)
    ? `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}
