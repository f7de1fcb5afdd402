import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import { readFile } from "../read-file.js";
import type { SourceReading } from "../read-result.js";
import type { SourceHost } from "../source-host.js";
import type { Context } from "./context.js";
import { findChainlets, runRemoteOf } from "./entrypoint/chainlets.js";
import { type Candidates, chooseEntrypoint } from "./entrypoint/choose-entrypoint.js";
import { readSignature } from "./entrypoint/read-signature.js";
import { moduleScope } from "./names/bind.js";
import { ProjectFiles } from "./names/project-files.js";
import type { ClassBinding, Scope } from "./names/scope.js";
import { Reporter } from "./reporter.js";
import { createRooms, isKnownName, moduleContext } from "./rooms.js";
import { SourceEncodingError } from "./syntax/decode.js";
import type { Module } from "./syntax/nodes.js";
import { parseModule } from "./syntax/parse.js";
import { PythonSyntaxError } from "./syntax/syntax-error.js";

/** How a Python source is read. */
export interface PythonReadOptions {
  /** The entrypoint's class. Left out, it is the one that `mark_entrypoint` marks, else the only chainlet. */
  readonly entrypoint?: string;
  /** Whether what truss refuses is a warning: for a truss that is newer than this reader. @defaultValue false */
  readonly lenient?: boolean;
}

/**
 * Reads the signature of a chain out of its Python source, which is parsed and never run. A `.pyi`, or a file with
 * nothing but a function `run_remote`, will do.
 */
export function readPythonSource(host: SourceHost, path: string, options: PythonReadOptions): SourceReading {
  const file = readFile(host, path);
  if (!file.ok) {
    return { diagnostics: [file.diagnostic], filesRead: [path] };
  }
  try {
    return readModule(host, path, parseModule(file.bytes), options);
  } catch (problem) {
    if (problem instanceof PythonSyntaxError) {
      return { diagnostics: [syntaxError(path, problem)], filesRead: [path] };
    }
    throw problem;
  }
}

function readModule(host: SourceHost, path: string, syntax: Module, options: PythonReadOptions): SourceReading {
  const reporter = new Reporter();
  const files = new ProjectFiles(host, path);
  const scope = moduleScope({ path, name: files.moduleName, isKnown: isKnownName }, syntax);
  const context: Context = moduleContext(
    scope,
    createRooms(reporter, (module) => files.has(module)),
  );
  const entrypoint = chooseEntrypoint(candidatesOf(scope), options.entrypoint, context);
  const signature = entrypoint === undefined ? undefined : readSignature(entrypoint, context);
  const diagnostics = options.lenient === true ? reporter.diagnostics.map(softened) : reporter.diagnostics;
  const filesRead = [path, ...files.lookedFor];
  const isComplete = signature !== undefined && !diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return isComplete ? { signature, diagnostics, filesRead } : { diagnostics, filesRead };
}

/** The codes of what pydantic could do and truss does not. */
const rulesOfTruss: ReadonlySet<string> = new Set(["TC209", "TC216", "TC217"]);

function softened(diagnostic: Diagnostic): Diagnostic {
  return rulesOfTruss.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
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

function syntaxError(path: string, problem: PythonSyntaxError): Diagnostic {
  const [code, help] =
    problem instanceof SourceEncodingError
      ? (["TC202", "save the file as UTF-8, or name its encoding in its first line"] as const)
      : (["TC201", "correct it: Python itself refuses this file"] as const);
  return error(code, problem.message, {
    help,
    location: { file: path, line: problem.line, column: problem.column, length: 1 },
  });
}
