import { matchFiles } from "../config/match-files.js";
import type { DiagnosticCode } from "../diagnostics/codes.js";
import { readSource } from "../read/read-source.js";
import type { SourceHost } from "../read/source-host.js";
import type { FoundChains } from "./project.js";

/** What a reader says of a file that has no entrypoint, or not one. */
const withoutEntrypoint: ReadonlySet<DiagnosticCode> = new Set(["TC201", "TC202", "TC205", "TC206", "TC220"]);

/** Folders of what is installed, and of what is generated: a package of a client holds documents too. */
const foreign = /(^|\/)(site-packages|signature)\//;

/** Finds the files below the current folder that hold a chain: Python, and signature documents of other chains. */
export async function findChains(host: SourceHost): Promise<FoundChains> {
  const python = await findPython(host);
  const known = new Set(python.sources.map((path) => readSource(host, path).signature?.name));
  const documents = (await pathsOf("**/*.signature.json")).filter((path) => {
    const name = readSource(host, path).signature?.name;
    return name !== undefined && !known.has(name);
  });
  return { ...python, sources: [...python.sources, ...documents] };
}

/** The Python files that mark an entrypoint; where none does, the only one with a chainlet. */
async function findPython(host: SourceHost): Promise<FoundChains> {
  const candidates = (await pathsOf("**/*.py")).flatMap((path) => {
    const text = textOf(host, path);
    return text !== undefined && /mark_entrypoint|ChainletBase/.test(text) && hasEntrypoint(host, path)
      ? [{ path, isMarked: /^@[\w.]*mark_entrypoint\b/m.test(text) }]
      : [];
  });
  const marked = candidates.filter(({ isMarked }) => isMarked);
  const chosen = marked.length > 0 ? marked : candidates;
  const isUndecided = marked.length === 0 && candidates.length > 1;
  const found = chosen.map(({ path }) => path);
  return isUndecided ? { sources: [], undecided: found } : { sources: found, undecided: [] };
}

async function pathsOf(glob: string): Promise<readonly string[]> {
  return (await matchFiles(process.cwd(), glob)).filter((path) => !foreign.test(path));
}

function textOf(host: SourceHost, path: string): string | undefined {
  const result = host.read(path);
  return result.ok ? new TextDecoder().decode(result.bytes) : undefined;
}

/** Whether a file has one entrypoint, be there mistakes in it or not: `generate` tells them. */
function hasEntrypoint(host: SourceHost, path: string): boolean {
  return !readSource(host, path).diagnostics.some(({ code }) => withoutEntrypoint.has(code));
}
