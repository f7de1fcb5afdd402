import type { Argv } from "yargs";
import { isIntrospectable } from "../../chain-values.js";
import type { SchemaPairConfig } from "../../config/config.js";
import type { CommandLine } from "../../run/resolve/command-line.js";
import type { Transport } from "../../signature.js";
import { UsageError } from "../../usage-error.js";
import { checkName } from "./check-values.js";

const streams = ["text-stream", "byte-stream", "framed-stream"] as const satisfies readonly Transport[];

/** What the options that say how a source is read come to: the same for every command. */
export interface SourceArguments {
  readonly config: string | undefined;
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
    config: { type: "string", requiresArg: true, describe: "The config to use, instead of the one that is found" },
    entrypoint: {
      type: "string",
      requiresArg: true,
      describe: "The chain's class, if the file does not mark exactly one",
    },
    name: { type: "string", requiresArg: true, describe: "The chain's name in TypeScript, instead of its class's" },
    lenient: { type: "boolean", describe: "Warn about what truss refuses in Python, instead of failing" },
    root: {
      type: "string",
      array: true,
      nargs: 1,
      describe: "Another folder to look up imports in; may be repeated",
    },
    types: { type: "string", requiresArg: true, describe: "A JSON file with the types of other libraries, by name" },
    strict: { type: "boolean", describe: "Treat anything that is not known for certain as an error" },
    introspect: { type: "boolean", describe: "Run the Python source, and ask truss and pydantic about it" },
    python: { type: "string", requiresArg: true, describe: "The interpreter that --introspect runs: a path or a name" },
    transport: {
      choices: streams,
      requiresArg: true,
      describe: "What a running chain streams, if its schema document does not say",
    },
    "input-schema": { type: "string", requiresArg: true, describe: "A plain JSON Schema of the arguments" },
    "output-schema": { type: "string", requiresArg: true, describe: "A plain JSON Schema of the result" },
  });
}

/** What a command line says of chains: their sources, which are files or one pair of plain JSON Schemas, and options. */
export function commandLineOf(paths: readonly string[], given: SourceArguments): CommandLine {
  checkName(given.name);
  checkIntrospection(paths, given);
  if (given.lenient === true && given.strict === true) throw new UsageError("Give --lenient or --strict.");
  const pair = schemaPairOf(given);
  if (pair !== undefined && paths.length > 0) {
    throw new UsageError("Give either source files or a pair of JSON Schemas.");
  }
  const { entrypoint, name, transport, lenient, strict, root: roots, types, introspect, python } = given;
  return {
    sources: pair === undefined ? paths : [pair],
    options: { entrypoint, name, transport, lenient, strict, roots, types, introspect, python },
  };
}

function checkIntrospection(paths: readonly string[], given: SourceArguments): void {
  if (given.python === "") throw new UsageError("--python is an interpreter, such as .venv/bin/python.");
  if (given.introspect !== true) return;
  if (given.types !== undefined) throw new UsageError("--types goes with reading, not with --introspect.");
  const isOfSchemas = (given["input-schema"] ?? given["output-schema"]) !== undefined;
  if (isOfSchemas || !paths.every(isIntrospectable)) {
    throw new UsageError("--introspect goes with Python files (.py) on disk.");
  }
}

function schemaPairOf(given: SourceArguments): SchemaPairConfig | undefined {
  const { name, "input-schema": input, "output-schema": output } = given;
  if (input === undefined && output === undefined) return undefined;
  if (input === undefined || output === undefined || name === undefined) {
    throw new UsageError("--input-schema, --output-schema and --name go together.");
  }
  return { input, output };
}
