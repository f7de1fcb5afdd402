import type { TypedChainsConfig } from "./config.js";

export type { ChainIdVariable } from "../chain-id.js";
export type {
  ChainConfig,
  ChainIdsConfig,
  PackageConfig,
  SchemaPairConfig,
  SharedConfig,
  TypedChainsConfig,
  TypesConfig,
} from "./config.js";

/**
 * Returns a config unchanged, so that an editor completes and checks it.
 *
 * @example
 * ```ts
 * export default defineConfig({ out: "src/chains", chains: [{ source: "chain.py" }] });
 * ```
 */
export function defineConfig(config: TypedChainsConfig): TypedChainsConfig {
  return config;
}
