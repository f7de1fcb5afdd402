import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type ChainSignature, memoryHost, readChain } from "@typed-chains/codegen";
import { runCommand } from "../../support/run-command.js";
import { exporter } from "../support/introspection.js";
import { pythonFile } from "../support/python-files.js";
import type { Program } from "./program.js";
import { renderProgram } from "./render.js";

/** What the two ways of reading say of a program, where they do not say the same. */
export interface Disagreement {
  readonly files: ReadonlyMap<string, string>;
  readonly read: unknown;
  readonly introspected: unknown;
}

/** Compares what reading and introspection say of programs; `undefined` where it is the same. */
export async function comparePrograms(
  python: string,
  programs: readonly Program[],
): Promise<readonly (Disagreement | undefined)[]> {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-programs-"));
  try {
    const rendered = programs.map(renderProgram);
    const requests = await Promise.all(rendered.map((files, index) => place(join(folder, String(index)), files)));
    const list = join(folder, "requests.json");
    await writeFile(list, JSON.stringify(requests));
    const script = pythonFile("introspect_many.py");
    const { code, stderr } = await runCommand(python, [script, exporter, list], { cwd: folder });
    if (code !== 0) throw new Error(`The introspection of programs failed:\n${stderr}`);
    return await Promise.all(rendered.map((files, index) => disagreement(files, requests[index]?.report ?? "")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function place(folder: string, files: ReadonlyMap<string, string>) {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { report: join(folder, "report.json"), source: join(folder, "app/entry.py"), roots: [] };
}

/** Reads a program without running it. */
export function readProgram(program: Program): ReturnType<typeof readChain> {
  return readFiles(renderProgram(program));
}

function readFiles(files: ReadonlyMap<string, string>): ReturnType<typeof readChain> {
  return readChain(memoryHost(Object.fromEntries(files)), { path: "app/entry.py", options: {} });
}

interface Report {
  readonly document?: Partial<ChainSignature>;
  readonly problems: readonly { readonly kind: string; readonly message: string }[];
}

async function disagreement(files: ReadonlyMap<string, string>, path: string): Promise<Disagreement | undefined> {
  const report = JSON.parse(await readFile(path, "utf8")) as Report;
  const { signature, diagnostics } = readFiles(files);
  const { document, problems } = report;
  const isWarned = diagnostics.some(({ code }) => code === "TC213");
  const view = (given: Partial<ChainSignature>): unknown => comparable(given, isWarned);
  const read = signature === undefined ? diagnostics : view(signature);
  const introspected = document === undefined || problems.length > 0 ? problems : view(document);
  const isAlike = isDeepStrictEqual(read, introspected) || hasSeveralForms(signature);
  return isAlike ? undefined : { files, read, introspected };
}

/**
 * Whether a class without settings stands in models of different ones. The reader has a form of it for each, as the server has;
 * pydantic's document has one for all, which is that of any of them.
 */
export function hasSeveralForms({ input, output }: Pick<ChainSignature, "input" | "output"> = {}): boolean {
  const definitions = [input, output].flatMap((schema) => (typeof schema === "object" ? [schema.$defs ?? {}] : []));
  return definitions.some((all) => Object.keys(all).some((key) => /__\d+$/.test(key)));
}

/**
 * What the two documents have to have in common, as texts have it. The exporter leaves out what only the side that asks knows:
 * the format's version and the path. Where the reader has warned that it does not know a default, defaults may differ.
 */
function comparable(
  { name, transport, description, input, output }: Partial<ChainSignature>,
  withoutDefaults: boolean,
): unknown {
  const text = JSON.stringify({ name, transport, description, input, output });
  return JSON.parse(text, (key, value: unknown) => (withoutDefaults && key === "default" ? undefined : value));
}
