import type { ChainIdSource } from "../chain-id-source.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { Target } from "../options/target.js";

/**
 * Finds the id of a chain that has a different one in each environment. Generated modules call this; only they load it.
 *
 * A call takes the id of the environment that its `target` names: a regional one by its own name, and `"production"` where
 * there is no target. The id of a deployment does not say which environment it is in, so `chainId` must be given
 * with it.
 *
 * @param ids - The ids, by the names of the environments.
 */
export function chainIdByEnvironment(ids: Readonly<Record<string, string>>): ChainIdSource {
  const known = new Map(Object.entries(ids));
  return {
    find(chain, target = "production") {
      const environment = environmentOf(target);
      const id = environment === undefined ? undefined : known.get(environment);
      if (id !== undefined) return id;
      const where = environment === undefined ? "a deployment without its environment" : JSON.stringify(environment);
      const others = [...known.keys()].map((name) => JSON.stringify(name)).join(", ");
      const help = "Say `chainId` in the options, or generate the client with the id of that environment.";
      throw new ChainConfigError(`no \`chainId\` is known for ${where}, only for ${others}`, { chain, help });
    },
    mayBe: (id) => [...known.values()].includes(id),
  };
}

function environmentOf(target: Target): string | undefined {
  return typeof target === "string" ? target : (target.environment ?? target.regionalEnvironment);
}
