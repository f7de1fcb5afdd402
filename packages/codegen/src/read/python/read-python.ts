import type { JsonSchema } from "../../signature.js";
import { type GivenTypes, type GivenTypesReading, readGivenTypes } from "../given-types.js";
import { softened } from "../leniency.js";
import type { SourceReading } from "../read-result.js";
import type { SourceHost } from "../source-host.js";
import type { Context } from "./context.js";
import { checkChainlets } from "./entrypoint/chainlet-rules.js";
import { findChainlets, runRemoteOf } from "./entrypoint/chainlets.js";
import { type Candidates, chooseEntrypoint } from "./entrypoint/choose-entrypoint.js";
import { readDocumentedResult, readScalarEnumerations } from "./entrypoint/documented-result.js";
import { readSignature } from "./entrypoint/read-signature.js";
import { type EnteredFile, ModuleLoader } from "./modules/module-loader.js";
import { parseFile } from "./modules/parse-file.js";
import { noSearchPath, searchPathOf } from "./modules/search-path.js";
import type { ClassBinding, Scope } from "./names/scope.js";
import { createReader, libraries, moduleContext } from "./reader.js";
import { Reporter } from "./reporter.js";

/** How a Python source is read. */
export interface PythonReadOptions {
  /** The entrypoint's class. Left out, it is the one that `mark_entrypoint` marks, else the only chainlet. */
  readonly entrypoint?: string;
  /** Whether what truss refuses is a warning: for a truss that is newer than this reader. @defaultValue false */
  readonly lenient?: boolean;
  /** Folders that imports are looked up in, beside that of the file. @defaultValue none */
  readonly roots?: readonly string[];
  /** A folder that marks a project, as one with `.git` does: the file may add what lies in it to its path. */
  readonly project?: string;
  /** What types of other libraries are, by qualified name, or a JSON file that says so. @defaultValue none */
  readonly types?: string | GivenTypes;
  /** Whether the result is also read as the running chain's schema document has it. @defaultValue false */
  readonly documentedResult?: boolean;
}

/**
 * Reads the signature of a chain out of its Python source, which is parsed and never run. A `.pyi`, or a file with
 * nothing but a function `run_remote`, will do. Imports are followed through the files of the program.
 */
export function readPythonSource(host: SourceHost, path: string, options: PythonReadOptions): SourceReading {
  const parsed = parseFile(host, path);
  return parsed.ok ? readModule(host, path, parsed, options) : { diagnostics: [parsed.diagnostic], filesRead: [path] };
}

function readModule(host: SourceHost, path: string, file: EnteredFile, options: PythonReadOptions): SourceReading {
  const reporter = new Reporter();
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.pyi?$/, "");
  const roots = options.roots ?? [];
  for (const root of roots) checkRoot(host, root, reporter);
  const given = givenTypes(host, options.types);
  for (const problem of given.diagnostics) reporter.add(problem);
  const alone = new ModuleLoader(host, noSearchPath, libraries, reporter).enter(path, name, file);
  const searchPath = searchPathOf(host, alone, file.syntax, { roots, project: options.project });
  const loader = new ModuleLoader(host, searchPath, libraries, reporter);
  const scope = loader.enter(path, name, file);
  const context: Context = moduleContext(scope, createReader(reporter, given.types));
  const entrypoint = chooseEntrypoint(candidatesOf(scope), options.entrypoint, context);
  const signature = entrypoint === undefined ? undefined : readSignature(entrypoint, context);
  checkChainlets(entrypoint, file.syntax.body, context);
  const diagnostics = options.lenient === true ? reporter.diagnostics.map(softened) : reporter.diagnostics;
  const filesRead = [path, ...loader.lookedFor, ...given.filesRead];
  const isComplete = signature !== undefined && !diagnostics.some((diagnostic) => diagnostic.severity === "error");
  if (!isComplete) return { diagnostics, filesRead };
  const scalarEnumerations =
    entrypoint !== undefined && hasEnumeration(signature.output)
      ? readScalarEnumerations(entrypoint, context)
      : undefined;
  const documentedResult =
    options.documentedResult === true && entrypoint !== undefined && signature.transport === "json"
      ? readDocumentedResult(entrypoint, context)
      : undefined;
  return {
    signature,
    ...(documentedResult === undefined ? {} : { documentedResult }),
    ...(scalarEnumerations === undefined ? {} : { scalarEnumerations }),
    diagnostics,
    filesRead,
  };
}

function hasEnumeration(output: JsonSchema | undefined): boolean {
  const definitions = typeof output === "object" ? Object.values(output.$defs ?? {}) : [];
  return definitions.some((schema) => typeof schema === "object" && schema.enum !== undefined);
}

function givenTypes(host: SourceHost, types: string | GivenTypes = new Map()): GivenTypesReading {
  return typeof types === "string" ? readGivenTypes(host, types) : { types, diagnostics: [], filesRead: [] };
}

function checkRoot(host: SourceHost, root: string, reporter: Reporter): void {
  if (host.list(root).length > 0) return;
  reporter.error(
    "TC241",
    `The root \`${root}\` is not a folder, or is empty`,
    { file: root },
    "give a folder that contains Python modules",
  );
}

function candidatesOf(scope: Scope): Candidates {
  const chainlets = findChainlets(scope);
  const classes = [...scope.names.values()].filter((binding): binding is ClassBinding => binding.kind === "class");
  const stubs = classes.filter((binding) => {
    return runRemoteOf(binding) !== undefined && !chainlets.some((chainlet) => chainlet.binding === binding);
  });
  const runRemote = scope.names.get("run_remote");
  return { chainlets, stubs, runRemote: runRemote?.kind === "function" ? runRemote : undefined };
}
