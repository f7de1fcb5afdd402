import { type Diagnostic, error, warning } from "../../diagnostics/diagnostic.js";
import { mapSubschemas } from "../../map-subschemas.js";
import type { ChainSignature, JsonSchema, JsonSchemaObject, JsonValue, Transport } from "../../signature.js";
import { isJsonObject, ownValue } from "../json/is-object.js";
import type { JsonFile } from "../json/json-file.js";
import type { NormalizeContext } from "../schema/normalize.js";
import { readInputSchema, readSchema } from "../schema/read-schemas.js";
import { restoreNumpy } from "./restore-numpy.js";

/** What the user must say of a running chain, because its schema document does not. */
export interface RunningChainOptions {
  readonly name?: string;
  readonly transport?: Transport;
}

/** Whether a JSON document is what a running chain answers at `/v1/models/model/schema`. */
export function isRunningChainDocument(value: JsonValue): boolean {
  return isJsonObject(value) && Object.hasOwn(value, "input_schema") && Object.hasOwn(value, "supports_streaming");
}

/** Reads the schema document of a running chain, undoing what the model server's wrapper adds to it. */
export function readRunningChain(
  json: JsonFile,
  options: RunningChainOptions,
  context: NormalizeContext,
): ChainSignature | undefined {
  const inputValue = ownValue(json.value, "input_schema") ?? null;
  const transport = transportOf(json, options, context.report);
  const name = options.name ?? nameOf(inputValue);
  if (name === undefined) context.report(nameless(json));
  if (!isJsonObject(inputValue) || transport === undefined || name === undefined) {
    if (!isJsonObject(inputValue)) context.report(withoutInput(json));
    return undefined;
  }
  const input = readInputSchema(json, ["input_schema"], inputValue, context);
  if (input === undefined) return undefined;
  const arguments_ = { formatVersion: 1, name, transport, input: restoreNumpyOf(unwrapDefaults(input)) } as const;
  if (transport !== "json") return arguments_;
  context.report(weakerThanSource(json));
  const output = readSchema(json, ["output_schema"], ownValue(json.value, "output_schema") ?? true, context);
  return { ...arguments_, output: restoreNumpy(alwaysSent(output)) };
}

function transportOf(
  json: JsonFile,
  options: RunningChainOptions,
  report: (d: Diagnostic) => void,
): Transport | undefined {
  if (options.transport !== undefined) return options.transport;
  if (ownValue(json.value, "supports_streaming") !== true) return "json";
  report(
    error("TC118", "the chain streams, and its schema document does not say what", {
      location: json.locate(["supports_streaming"]),
      help: "add --transport text-stream, byte-stream or framed-stream, or read the chain's source",
    }),
  );
  return undefined;
}

function nameOf(input: JsonValue): string | undefined {
  const title = ownValue(input, "title");
  const name = typeof title === "string" ? title.replace(/Input$/, "") : "";
  return name === "" ? undefined : name;
}

/** The wrapper turns a defaulted argument of type T into `T | None = None`: T is put back, without a default. */
function unwrapDefaults(input: JsonSchemaObject): JsonSchemaObject {
  const properties = Object.entries(input.properties ?? {}).map(
    ([key, schema]) => [key, unwrapDefault(schema)] as const,
  );
  return { ...input, properties: Object.fromEntries(properties) };
}

function unwrapDefault(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean" || schema.default !== null || schema.anyOf === undefined) return schema;
  const others = schema.anyOf.filter((member) => typeof member === "boolean" || member.type !== "null");
  if (others.length === schema.anyOf.length) return schema;
  const rest = without(schema, ["anyOf", "default"]);
  const [only] = others;
  if (others.length === 1 && only !== undefined) return typeof only === "boolean" ? only : { ...only, ...rest };
  return { ...rest, anyOf: others };
}

function without(schema: JsonSchemaObject, keywords: readonly string[]): JsonSchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/**
 * The document describes what a result is validated with, where a default makes a field optional. On the wire such a
 * field is always there.
 */
function alwaysSent(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const result = mapSubschemas(schema, alwaysSent);
  const properties = Object.entries(schema.properties ?? {});
  const sent = properties.filter(([key, value]) => schema.required?.includes(key) || hasDefault(value));
  return sent.length === 0 ? result : { ...result, required: sent.map(([key]) => key) };
}

function hasDefault(schema: JsonSchema): boolean {
  return typeof schema !== "boolean" && Object.hasOwn(schema, "default");
}

function restoreNumpyOf(input: JsonSchemaObject): JsonSchemaObject {
  const restored = restoreNumpy(input);
  return typeof restored === "boolean" ? input : restored;
}

function nameless(json: JsonFile): Diagnostic {
  return error("TC119", "the chain has no name: its input schema has no title", {
    location: json.locate(["input_schema"]),
    help: "add --name with the name of the chain's class",
  });
}

function withoutInput(json: JsonFile): Diagnostic {
  return error("TC111", `${json.file} describes no arguments`, {
    location: json.locate(["input_schema"]),
    help: "read the chain's source: a websocket has no schema document",
  });
}

function weakerThanSource(json: JsonFile): Diagnostic {
  return warning(
    "TC117",
    "the keys of the result may differ: this document shows aliases where the wire has field names",
    {
      location: json.locate(["output_schema"]),
      help: "read the chain's source instead, if you have it: it also knows defaults and computed fields; to compare the source with it, use verify",
    },
  );
}
