import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskHost, readChain, type SourceReading, signatureText } from "@typed-chains/codegen";
import { readIntrospection } from "../../../packages/codegen/src/read/introspect/introspect.js";
import { runCommand } from "../../support/run-command.js";
import { pythonFile } from "./python-files.js";

/** The folder of the exporter, which the package ships. */
export const exporter: string = fileURLToPath(new URL("../../../packages/codegen/python", import.meta.url));

/** A Python file with a chain. */
export interface ChainFile {
  /** Absolute. */
  readonly path: string;
  readonly entrypoint?: string;
}

/** What a way of reading makes of a chain: its document, as `describe` prints it, and the codes of its errors. */
export interface ChainReading {
  readonly document: string | undefined;
  readonly errors: readonly string[];
}

/** Reads a chain without running it. */
export function readStatically({ path, entrypoint }: ChainFile): ChainReading {
  return readingOf(readChain(diskHost(dirname(path)), { path, options: optionsOf(entrypoint) }));
}

/** Introspects chains, in one Python that has the libraries loaded already: each in a process of its own. */
export async function introspectChains(python: string, chains: readonly ChainFile[]): Promise<readonly ChainReading[]> {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-reports-"));
  try {
    const requests = chains.map(({ path, entrypoint }, index) => {
      return { report: join(folder, `${index}.json`), source: path, roots: [], ...optionsOf(entrypoint) };
    });
    const list = join(folder, "requests.json");
    await writeFile(list, JSON.stringify(requests));
    const { code, stderr } = await runCommand(python, [pythonFile("introspect_many.py"), exporter, list]);
    if (code !== 0) throw new Error(`The introspection of chains failed:\n${stderr}`);
    return await Promise.all(chains.map((chain, index) => readReport(requests[index]?.report ?? "", python, chain)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(report: string, python: string, { path, entrypoint }: ChainFile): Promise<ChainReading> {
  const run = { kind: "ended", how: "exit code 0", output: "" } as const;
  const attempt = { interpreter: python, run, report: await readFile(report) };
  return readingOf(readIntrospection(attempt, diskHost(dirname(path)), path, optionsOf(entrypoint)));
}

function optionsOf(entrypoint: string | undefined): { readonly entrypoint?: string } {
  return entrypoint === undefined ? {} : { entrypoint };
}

function readingOf({ signature, diagnostics }: SourceReading): ChainReading {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { document: signature === undefined ? undefined : signatureText(signature), errors };
}
