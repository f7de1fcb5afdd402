import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rootFolder } from "./root-folder.js";

/** The packages that we compare with. */
export interface Peers {
  /** The file of a package's command, to be run by Node. */
  command(name: string, file: string): string;
  /** Imports a package. */
  load<Package>(name: string): Promise<Package>;
}

const pins = ["package.json", "package-lock.json"];

/** Installs what `bench/peers` pins, apart from the workspace. Later runs find it. */
export function installPeers(): Peers {
  const source = join(rootFolder, "bench", "peers");
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(readFileSync(join(source, pin)));
  const cache = join(rootFolder, "node_modules", ".cache", "typed-chains");
  const folder = join(cache, `bench-peers-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(folder)) install(source, folder);
  const resolve = createRequire(join(folder, "package.json")).resolve;
  return {
    command: (name, file) => join(folder, "node_modules", name, file),
    load: <Package>(name: string) => import(pathToFileURL(resolve(name)).href) as Promise<Package>,
  };
}

/** Installs beside the place and moves the whole there, so that no later run finds a part. */
function install(source: string, folder: string): void {
  const temporary = `${folder}-${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    for (const pin of pins) copyFileSync(join(source, pin), join(temporary, pin));
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: temporary,
      // What the script that started the bench has set is for pnpm.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_/i.test(name))),
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error("The peers of the bench could not be installed.");
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
