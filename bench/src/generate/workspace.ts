import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootFolder } from "../root-folder.js";
import { typedChains } from "./command-line.js";
import { openApiOf, type Signature } from "./open-api.js";
import { runNode } from "./process-run.js";
import { type ConfigForm, makeUnchangedProjects } from "./unchanged-projects.js";

/** A folder with one chain, in every form that somebody generates TypeScript from. */
export interface Workspace {
  readonly folder: string;
  /** Projects with nothing to do. */
  readonly unchanged: Readonly<Record<ConfigForm, string>>;
  /** Empties what was generated. */
  clean(): void;
  remove(): void;
}

/** The chain: a fixture with several models, and documentation on most of what it has. */
const chain = join(rootFolder, "fixtures", "documented-chain", "chain.py");

/** Makes `chain.py`, `schemas/input.json`, `schemas/output.json` and `openapi.json`. All of them say the same. */
export function makeWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
  const write = (path: string, value: unknown): void => writeFileSync(join(folder, path), JSON.stringify(value));
  copyFileSync(chain, join(folder, "chain.py"));
  const signature = JSON.parse(runNode([typedChains, "describe", "chain.py"], folder)) as Signature;
  mkdirSync(join(folder, "schemas"));
  write("schemas/input.json", { title: "Input", ...signature.input });
  write("schemas/output.json", { title: "Output", ...signature.output });
  write("openapi.json", openApiOf(signature));
  write("package.json", { type: "module", private: true });
  return {
    folder,
    unchanged: makeUnchangedProjects(folder, chain),
    clean: () => rmSync(join(folder, "out"), { recursive: true, force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
