import type { Argv } from "yargs";
import type { ChainSource } from "../chain-source.js";
import type { Introspection } from "../read/introspect/introspection.js";
import { revisionPathOf } from "../read/revision-path.js";
import type { Transport } from "../signature.js";
import { checkName } from "./check-values.js";
import { UsageError } from "./usage-error.js";

const streams = ["text-stream", "byte-stream", "framed-stream"] as const satisfies readonly Transport[];

/** What the options that say how a source is read come to: the same for every command. */
export interface SourceArguments {
  readonly entrypoint: string | undefined;
  readonly name: string | undefined;
  readonly transport: Transport | undefined;
  readonly lenient: boolean | undefined;
  readonly root: readonly string[] | undefined;
  readonly types: string | undefined;
  readonly strict: boolean | undefined;
  readonly introspect: boolean | undefined;
  readonly python: string | undefined;
  readonly "input-schema": string | undefined;
  readonly "output-schema": string | undefined;
}

/** Adds the options of a source to a command. */
export function withSourceOptions(command: Argv<object>): Argv<SourceArguments> {
  return command.options({
    entrypoint: {
      type: "string",
      requiresArg: true,
      describe: "The chain's class, where the file marks none or several",
    },
    name: { type: "string", requiresArg: true, describe: "The name in TypeScript, instead of the class's" },
    lenient: { type: "boolean", describe: "Warn of what truss refuses in a Python source, instead of refusing it" },
    root: {
      type: "string",
      array: true,
      nargs: 1,
      describe: "A folder where imports are looked up too; may be repeated",
    },
    types: { type: "string", requiresArg: true, describe: "A JSON file: what types of other libraries are, by name" },
    strict: { type: "boolean", describe: "Whatever is not known for certain is an error" },
    introspect: { type: "boolean", describe: "Run the Python source, and ask truss and pydantic about it" },
    python: { type: "string", requiresArg: true, describe: "The interpreter that --introspect runs: a path or a name" },
    transport: {
      choices: streams,
      requiresArg: true,
      describe: "What a running chain streams, where its schema document does not say",
    },
    "input-schema": { type: "string", requiresArg: true, describe: "A plain JSON Schema of the arguments" },
    "output-schema": { type: "string", requiresArg: true, describe: "A plain JSON Schema of the result" },
  });
}

/** The sources that a command line names: files, or one pair of plain JSON Schemas. */
export function sourcesOf(paths: readonly string[], given: SourceArguments): readonly ChainSource[] {
  checkName(given.name);
  const introspection = introspectionOf(paths, given);
  if (given.lenient === true && given.strict === true) throw new UsageError("Give --lenient or --strict.");
  const pair = schemaPairOf(given);
  if (pair !== undefined && paths.length > 0)
    throw new UsageError("Give either source files or a pair of JSON Schemas.");
  if (pair !== undefined) return [pair];
  if (paths.length === 0) throw new UsageError("Name a source: a .py, .pyi or .json file.");
  if (paths.length > 1 && (given.entrypoint ?? given.name ?? given.transport) !== undefined) {
    throw new UsageError("--entrypoint, --name and --transport go with one source only.");
  }
  const options = {
    ...(given.entrypoint === undefined ? {} : { entrypoint: given.entrypoint }),
    ...(given.name === undefined ? {} : { name: given.name }),
    ...(given.lenient === true ? { lenient: true } : {}),
    ...(given.root === undefined ? {} : { roots: given.root }),
    ...(given.types === undefined ? {} : { types: given.types }),
    ...(given.strict === true ? { strict: true } : {}),
    ...(given.transport === undefined ? {} : { transport: given.transport }),
  };
  return paths.map((path) => ({ path, options, ...(introspection === undefined ? {} : { introspection }) }));
}

function introspectionOf(paths: readonly string[], given: SourceArguments): Introspection | undefined {
  const { introspect = false, python } = given;
  if (!introspect && python !== undefined) throw new UsageError("--python goes with --introspect.");
  if (!introspect) return undefined;
  if (given.types !== undefined) throw new UsageError("--types goes with reading, not with --introspect.");
  if (python === "") throw new UsageError("--python is an interpreter, such as .venv/bin/python.");
  if (paths.length === 0 || paths.some((path) => !/\.py$/i.test(path) || revisionPathOf(path) !== undefined)) {
    throw new UsageError("--introspect goes with Python files (.py) on disk.");
  }
  return python === undefined ? {} : { python };
}

function schemaPairOf(given: SourceArguments): ChainSource | undefined {
  const { name, "input-schema": inputSchema, "output-schema": outputSchema } = given;
  if (inputSchema === undefined && outputSchema === undefined) return undefined;
  if (inputSchema === undefined || outputSchema === undefined || name === undefined) {
    throw new UsageError("--input-schema, --output-schema and --name go together.");
  }
  return { schemas: { name, inputSchema, outputSchema } };
}
