import { type Diagnostic, error, hasError } from "../diagnostics/diagnostic.js";
import type { ChainSignature, Transport } from "../signature.js";
import type { GivenTypes } from "./given-types.js";
import type { JsonFile } from "./json/json-file.js";
import { plainSignature } from "./plain-signature.js";
import { readPythonSource } from "./python/read-python.js";
import { readFile } from "./read-file.js";
import type { SourceReading } from "./read-result.js";
import { incompleteRevision, readAtRevision, revisionPathOf } from "./revision-path.js";
import { isRunningChainDocument, readRunningChain } from "./running-chain/read-running-chain.js";
import type { NormalizeContext } from "./schema/normalize.js";
import { openContext } from "./schema/open-context.js";
import { isSignatureDocument, readSignatureDocument } from "./signature-document.js";
import type { SourceHost } from "./source-host.js";

/** How a source is read, beyond what it says itself. */
export interface ReadOptions {
  /** The entrypoint's class in a Python source. If left out: the marked one, otherwise the only one. */
  readonly entrypoint?: string;
  /** Whether to warn about what truss refuses in a Python source, instead of failing. @defaultValue false */
  readonly lenient?: boolean;
  /** Other folders to look up imports of a Python source in, besides its own. @defaultValue none */
  readonly roots?: readonly string[];
  /** A folder that marks a project, as one with `.git` does: a Python source may add what lies in it to its path. */
  readonly project?: string;
  /** What types of other libraries are, by qualified name, or a JSON file that says so. @defaultValue none */
  readonly types?: string | GivenTypes;
  /** Whether to treat anything that is not known for certain as an error. @defaultValue false */
  readonly strict?: boolean;
  /** Whether a Python source's result is also read as a running chain's schema document has it. @defaultValue false */
  readonly documentedResult?: boolean;
  /** Replaces the name that the source gives. */
  readonly name?: string;
  /** What a running chain answers with, if its schema document does not say. */
  readonly transport?: Transport;
}

/**
 * Reads a chain's signature from a source of any kind: a `.py` or `.pyi`, a signature document, or the schema document
 * of a running chain. A path may be of a revision: `git:main:chain.py`.
 */
export function readSource(host: SourceHost, path: string, options: ReadOptions = {}): SourceReading {
  const revision = revisionPathOf(path);
  if (revision !== undefined) {
    return readAtRevision(host, revision, (inside, insidePath) => readSource(inside, insidePath, options));
  }
  if (path.startsWith("git:") && !host.exists(path)) {
    return { diagnostics: [incompleteRevision(path)], filesRead: [path] };
  }
  return finishReading(readByKind(host, path, options), options);
}

/** A reading under the name that replaces its own; without a signature where there is an error. */
export function finishReading(reading: SourceReading, options: ReadOptions): SourceReading {
  const diagnostics = options.strict === true ? reading.diagnostics.map(asError) : reading.diagnostics;
  if (reading.signature === undefined || hasError(diagnostics)) return { diagnostics, filesRead: reading.filesRead };
  return {
    ...reading,
    signature: plainSignature({
      ...reading.signature,
      ...(options.name === undefined ? {} : { name: options.name }),
    }),
  };
}

/** Every warning of a reader is about something that is not known. */
function asError(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "error" };
}

/** Whether a path names a Python source. */
export function isPython(path: string): boolean {
  return /\.pyi?$/i.test(path);
}

function readByKind(host: SourceHost, path: string, options: ReadOptions): SourceReading {
  if (isPython(path)) return readPythonSource(host, path, options);
  if (/\.json$/i.test(path)) return readJsonSource(host, path, options);
  const file = readFile(host, path);
  return { diagnostics: [file.ok ? unknownKind(path) : ofFolder(file.diagnostic, path)], filesRead: [path] };
}

function readJsonSource(host: SourceHost, path: string, options: ReadOptions): SourceReading {
  const context = openContext(host, path);
  const { documents, diagnostics } = context;
  const json = documents.load(path);
  const signature = json && readJsonDocument(json, options, context);
  return { ...(signature === undefined ? {} : { signature }), diagnostics, filesRead: documents.filesRead };
}

function readJsonDocument(json: JsonFile, options: ReadOptions, context: NormalizeContext): ChainSignature | undefined {
  if (isSignatureDocument(json.value)) return readSignatureDocument(json, context);
  if (isRunningChainDocument(json.value)) return readRunningChain(json, options, context);
  context.report(
    error("TC111", `${json.file} is neither a signature document nor the schema document of a chain`, {
      location: json.locate([]),
      help: "for plain JSON Schemas use --input-schema, --output-schema and --name",
    }),
  );
  return undefined;
}

/** Whoever names a folder means its files. */
function ofFolder(diagnostic: Diagnostic, path: string): Diagnostic {
  if (diagnostic.code !== "TC103") return diagnostic;
  return { ...diagnostic, help: `name the file itself, or the files in it: \`${path.replace(/\/+$/, "")}/*.py\`` };
}

function unknownKind(path: string): Diagnostic {
  return error("TC105", `${path} is neither a Python file nor a JSON document, judging by its name`, {
    location: { file: path },
    help: /\.ipynb$/i.test(path)
      ? "save the notebook's cell with the chain as a .py file"
      : "give a Python file (.py, .pyi) or a JSON document (.json)",
  });
}
