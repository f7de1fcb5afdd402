import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../root-folder.js";
import { typedChains } from "./command-line.js";
import { runNode } from "./process-run.js";

const entry = '{ out: "out", chains: [{ source: "chain.py" }] }';

/** The config in each form that has a goal of its own. */
const configs = {
  json: '{ "out": "out", "chains": [{ "source": "chain.py" }] }',
  mjs: `export default ${entry};`,
  ts: `import { defineConfig } from "@typed-chains/codegen/config";\n\nexport default defineConfig(${entry});`,
} as const;

/** Forms of a config. */
export type ConfigForm = keyof typeof configs;

/** Makes a project for each form of a config, whose client is up to date, and gives their folders. */
export function makeUnchangedProjects(folder: string, chain: string): Readonly<Record<ConfigForm, string>> {
  const make = (form: ConfigForm): string => {
    const project = join(folder, `unchanged-${form}`);
    mkdirSync(join(project, "node_modules/@typed-chains"), { recursive: true });
    symlinkSync(join(rootFolder, "packages/codegen"), join(project, "node_modules/@typed-chains/codegen"));
    copyFileSync(chain, join(project, "chain.py"));
    writeFileSync(join(project, `typed-chains.config.${form}`), configs[form]);
    runNode([typedChains, "generate"], project);
    return project;
  };
  return { json: make("json"), mjs: make("mjs"), ts: make("ts") };
}
