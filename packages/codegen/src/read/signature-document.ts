import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ChainSignature, FrameSchemas, JsonSchema, JsonSchemaObject, JsonValue, Transport } from "../signature.js";
import { isJsonObject, ownValue } from "./json/is-object.js";
import type { JsonFile, JsonPath } from "./json/json-file.js";
import type { NormalizeContext } from "./schema/normalize.js";
import { readInputSchema, readSchema } from "./schema/read-schemas.js";

const transports: readonly Transport[] = ["json", "text-stream", "byte-stream", "framed-stream", "websocket"];
const textKeys = ["chainName", "displayName", "description", "source"] as const;
const knownKeys: ReadonlySet<string> = new Set([
  "formatVersion",
  "name",
  ...textKeys,
  "transport",
  "input",
  "output",
  "frames",
]);

/** Whether a JSON document claims to be a signature document. */
export function isSignatureDocument(value: JsonValue): boolean {
  return isJsonObject(value) && Object.hasOwn(value, "formatVersion");
}

/** Reads a signature document. Each way in which it does not fit the format is reported with its place. */
export function readSignatureDocument(json: JsonFile, context: NormalizeContext): ChainSignature | undefined {
  const problem = (path: JsonPath, message: string, help: string): void =>
    context.report(misfit(json, path, message, help));
  if (ownValue(json.value, "formatVersion") !== 1) {
    problem(["formatVersion"], "its formatVersion is not 1", "update typed-chains, or describe the chain again");
    return undefined;
  }
  for (const key of Object.keys(json.value ?? {})) {
    if (!knownKeys.has(key)) problem([key], `${JSON.stringify(key)} is not one of its keys`, "remove the key");
  }
  const name = ownValue(json.value, "name");
  if (typeof name !== "string" || name === "") problem(["name"], "name is not a text", "give the entrypoint's class");
  const transport = transports.find((known) => known === ownValue(json.value, "transport"));
  if (transport === undefined) problem(["transport"], "transport is unknown", `use one of ${transports.join(", ")}`);
  if (typeof name !== "string" || transport === undefined) return undefined;
  return {
    formatVersion: 1,
    name,
    ...readTexts(json, problem),
    transport,
    ...readParts(json, transport, problem, context),
  };
}

type ReportProblem = (path: JsonPath, message: string, help: string) => void;

function readTexts(json: JsonFile, problem: ReportProblem): Partial<Record<(typeof textKeys)[number], string>> {
  const texts: Partial<Record<(typeof textKeys)[number], string>> = {};
  for (const key of textKeys) {
    const value = ownValue(json.value, key);
    if (typeof value === "string") texts[key] = value;
    else if (value !== undefined) problem([key], `${key} is not a text`, "write it in double quotes");
  }
  return texts;
}

interface SignatureParts {
  input?: JsonSchemaObject;
  output?: JsonSchema;
  frames?: FrameSchemas;
}

/** Which of input, output and frames a transport has: all others are refused, each of these is asked for. */
function readParts(
  json: JsonFile,
  transport: Transport,
  problem: ReportProblem,
  context: NormalizeContext,
): SignatureParts {
  const parts: SignatureParts = {};
  const take = (key: keyof SignatureParts, wanted: boolean): JsonValue | undefined => {
    const value = ownValue(json.value, key);
    if (wanted && value === undefined) problem([], `${key} is missing`, `a ${transport} chain has one`);
    if (!wanted && value !== undefined) problem([key], `a ${transport} chain has no ${key}`, "remove the key");
    return wanted ? value : undefined;
  };
  const input = take("input", transport !== "websocket");
  const inputSchema = input === undefined ? undefined : readInputSchema(json, ["input"], input, context);
  if (inputSchema !== undefined) parts.input = inputSchema;
  const output = take("output", transport === "json");
  if (output !== undefined) parts.output = readSchema(json, ["output"], output, context);
  const frames = take("frames", transport === "framed-stream");
  if (frames !== undefined) parts.frames = readFrames(json, frames, context);
  return parts;
}

function readFrames(json: JsonFile, frames: JsonValue, context: NormalizeContext): FrameSchemas {
  const read = (key: string): JsonSchema | undefined => {
    const value = ownValue(frames, key);
    return value === undefined ? undefined : readSchema(json, ["frames", key], value, context);
  };
  const item = read("item");
  if (item === undefined) context.report(misfit(json, ["frames"], "frames has no item", "give the schema of one item"));
  const [header, footer] = [read("header"), read("footer")];
  return {
    ...(header === undefined ? {} : { header }),
    item: item ?? true,
    ...(footer === undefined ? {} : { footer }),
  };
}

function misfit(json: JsonFile, path: JsonPath, message: string, help: string): Diagnostic {
  return error("TC112", `${json.file} is not a signature document: ${message}`, { location: json.locate(path), help });
}
