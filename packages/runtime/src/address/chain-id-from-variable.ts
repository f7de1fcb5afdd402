import type { ChainIdSource } from "../chain-id-source.js";
import { environmentVariable } from "../environment-variable.js";
import { ChainConfigError } from "../errors/chain-config-error.js";

/**
 * Finds the id of a chain in an environment variable, which is read at each call. Generated modules call this; only they
 * load it.
 *
 * @param variable - The name of the variable. An empty variable counts as one that is not set.
 */
export function chainIdFromVariable(variable: string): ChainIdSource {
  return {
    find(chain) {
      const id = environmentVariable(variable);
      if (id) return id;
      const help = "Set the variable, or say `chainId` in the options.";
      throw new ChainConfigError(`there is no \`chainId\`: ${variable} is not set`, { chain, help });
    },
    mayBe: (id) => (environmentVariable(variable) || id) === id,
  };
}
