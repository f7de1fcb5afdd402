import { resolve } from "node:path";
import type { ChainId } from "../chain-id.js";
import { relativePath } from "../relative-path.js";
import type { ChainOptions } from "./chain-options.js";
import type { ChainConfig, PackageConfig, SharedConfig } from "./config.js";

/** A path of a config as it is seen from the current folder, where sources are read. */
export function fromHere(folder: string, path: string): string {
  return relativePath(".", resolve(folder, path)) || ".";
}

/** The options of a level of a config, with paths that start at the current folder, and without its types. */
export function locatedOptions(level: SharedConfig & Partial<ChainConfig>, folder: string): ChainOptions {
  const { entrypoint, name, transport, strict, lenient, introspect, binary, nanAsNull, schemas, chainUrl } = level;
  return {
    ...{ entrypoint, name, transport, strict, lenient, introspect, binary, nanAsNull, schemas, chainUrl },
    chainId: level.chainId === undefined ? undefined : chainIdOf(level.chainId),
    out: level.out === undefined ? undefined : fromHere(folder, level.out),
    package: level.package === undefined ? undefined : packageOf(level.package, folder),
    roots: level.roots?.map((root) => fromHere(folder, root)),
    python: level.python === undefined ? undefined : interpreter(level.python, folder),
  };
}

function packageOf(said: string | PackageConfig, folder: string): PackageConfig {
  if (typeof said === "string") return { name: said };
  return said.license === undefined ? said : { ...said, license: fromHere(folder, said.license) };
}

/** `env` alone names a variable; the check of a config refuses it beside environments. */
function chainIdOf(said: NonNullable<ChainConfig["chainId"]>): ChainId {
  if (typeof said === "string") return said;
  const { env, ...environments } = said;
  return env === undefined ? { environments } : { env };
}

/** A name without a slash is looked up on `PATH`. */
function interpreter(python: string, folder: string): string {
  if (!/[\\/]/.test(python)) return python;
  const path = fromHere(folder, python);
  return path.includes("/") ? path : `./${path}`;
}
