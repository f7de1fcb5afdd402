import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { mapSubschemas } from "../../../src/map-subschemas.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import type { Context } from "../../../src/read/python/context.js";
import { generateAdapterSchema } from "../../../src/read/python/json-schema/generate.js";
import { inputMode, outputMode, type SchemaMode } from "../../../src/read/python/json-schema/mode.js";
import { ModuleLoader } from "../../../src/read/python/modules/module-loader.js";
import { createReader, libraries, moduleContext } from "../../../src/read/python/reader.js";
import { Reporter } from "../../../src/read/python/reporter.js";
import type { Expression } from "../../../src/read/python/syntax/nodes.js";
import { parseModule } from "../../../src/read/python/syntax/parse.js";
import type { Difference } from "../../../src/read/python/types/python-type.js";
import type { JsonSchemaObject } from "../../../src/signature.js";

/** One feature of pydantic's with the schemas that pydantic gives it. */
export interface PydanticCase {
  readonly id: number;
  readonly section: string;
  readonly label: string;
  readonly code: string;
  readonly target: string;
  /** Modules beside the case. */
  readonly files?: Readonly<Record<string, string>>;
  readonly static: "yes" | "partly" | "no";
  readonly validation?: JsonSchemaObject;
  readonly serialization?: JsonSchemaObject;
  readonly wire?: JsonSchemaObject;
  /** Pydantic refuses the class, or has no schema in one direction. */
  readonly error?: string;
  readonly validation_error?: string;
  readonly serialization_error?: string;
  readonly wire_error?: string;
}

export type Column = "validation" | "serialization" | "wire";

/** The three schemas of each case, and how they are asked for. */
export const columns: Readonly<Record<Column, SchemaMode>> = {
  validation: inputMode,
  serialization: { direction: "serialization", byAlias: true, requireSent: false },
  wire: outputMode,
};

interface CaseFile {
  readonly prelude: string;
  readonly cases: readonly PydanticCase[];
}

/** The recorded cases. */
export function loadCases(): CaseFile {
  const path = new URL("../../../../../fixtures/pydantic/cases.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as CaseFile;
}

/** The schema of a name of a module in one mode, with what was reported. */
export function readTarget(
  code: string,
  target: string,
  mode: SchemaMode,
  files: Readonly<Record<string, string>> = {},
): { readonly schema: JsonSchemaObject; readonly diagnostics: readonly Diagnostic[] } {
  const reporter = new Reporter();
  const searchPath = { roots: ["."], realRoots: ["."], outside: [], nearby: () => [] };
  const loader = new ModuleLoader(memoryHost(files), searchPath, libraries, reporter);
  const path = "casemod.py";
  const scope = loader.enter(path, "casemod", {
    syntax: syntaxOf(code),
    isDynamic: false,
  });
  const context: Context = moduleContext(scope, createReader(reporter, new Map()));
  const name: Expression = { kind: "Name", id: target, start: 0, end: 1, line: 1, column: 1 };
  const report = (type: { readonly name: string; readonly location: Diagnostic["location"] }): void => {
    reporter.error("TC212", `pydantic has no JSON Schema for \`${type.name}\``, type.location ?? { file: path });
  };
  const warn = ({ message, location, help }: Difference): void => reporter.warning("TC242", message, location, help);
  const schema = generateAdapterSchema(context.reader.readType(name, context), { mode, report, warn });
  return { schema, diagnostics: reporter.diagnostics };
}

/** A schema as pydantic gives it, which does not say what the numbers of an enumeration are called. */
export function withoutNamesOfNumbers(schema: JsonSchemaObject): JsonSchemaObject {
  const { description, ...rest } = mapSubschemas(schema, (part) =>
    typeof part === "boolean" ? part : withoutNamesOfNumbers(part),
  );
  const text = description?.replace(/(^|\n\n)`\w+` is -?[\d.]+(, `\w+` is -?[\d.]+)*\.$/, "");
  return text ? { ...rest, description: text } : rest;
}

/** The text that was parsed last: a case is read in one mode after the other. */
let parsed: { readonly code: string; readonly syntax: ReturnType<typeof parseModule> } | undefined;

function syntaxOf(code: string): ReturnType<typeof parseModule> {
  if (parsed?.code !== code) parsed = { code, syntax: parseModule(new TextEncoder().encode(code)) };
  return parsed.syntax;
}
