import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { memoryHost } from "../read/hosts/memory-host.js";
import { ownValue } from "../read/json/is-object.js";
import { type JsonFile, parseJsonFile } from "../read/json/json-file.js";
import { isRunningChainDocument, readRunningChain } from "../read/running-chain/read-running-chain.js";
import { openContext } from "../read/schema/open-context.js";
import type { JsonSchema, JsonSchemaObject } from "../signature.js";

/** What a schema document says of a chain, with what the model server's wrapper adds to it taken away. */
export interface DocumentedChain {
  readonly isStream: boolean;
  readonly input: JsonSchemaObject;
  /** Left out where the chain streams. */
  readonly output?: JsonSchema;
  /** The class of the chain, which the title of its arguments begins with. */
  readonly className?: string;
}

/** A document as it was understood, or what is wrong with it. */
export type DocumentReading =
  | { readonly ok: true; readonly chain: DocumentedChain }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads what a server answered, or a file has. `place` is the address or the path, for what is said of it. */
export function readDocument(place: string, bytes: Uint8Array): DocumentReading {
  const parsed = parseJsonFile(place, bytes);
  const help = "give the address of the chain's container, or that of its schema document";
  if (!parsed.ok) return refused(error("TC702", `${place} gives something other than JSON`, { help }));
  const { value } = parsed.json;
  if (!isRunningChainDocument(value)) {
    return refused(error("TC702", `${place} gives JSON that is not a schema document`, { help }));
  }
  if ((ownValue(value, "input_schema") ?? null) === null) return refused(untyped(place));
  return readSchemas(parsed.json);
}

function readSchemas(json: JsonFile): DocumentReading {
  const isStream = ownValue(json.value, "supports_streaming") === true;
  // Nothing is opened for a document of another machine: a reference out of it leads nowhere.
  const context = openContext(memoryHost({}), ".");
  const read = readRunningChain(json, { name: "Chain", transport: isStream ? "text-stream" : "json" }, context);
  const errors = context.diagnostics.filter(({ severity }) => severity === "error");
  if (read?.input === undefined || errors.length > 0) return refused(unreadable(json.file, errors));
  const { title, ...input } = read.input;
  return {
    ok: true,
    chain: {
      isStream,
      input,
      ...(read.output === undefined ? {} : { output: untitled(read.output) }),
      ...(title === undefined ? {} : { className: title.replace(/Input$/, "") }),
    },
  };
}

/** The title of a result is the name of a type of the model server's own. */
function untitled(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== "title"));
}

function unreadable(place: string, errors: readonly Diagnostic[]): Diagnostic {
  return error("TC702", `${place} gives a schema document that cannot be read`, {
    help: "check the address: no model server of truss answers like that",
    notes: errors.map(({ message }) => message),
  });
}

function untyped(place: string): Diagnostic {
  return error("TC703", `${place} has a schema document without arguments: what it serves has no types`, {
    help: "check the address: every chain that truss deploys has types",
  });
}

function refused(diagnostic: Diagnostic): DocumentReading {
  return { ok: false, diagnostics: [diagnostic] };
}
