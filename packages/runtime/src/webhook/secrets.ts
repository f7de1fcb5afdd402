import { ChainConfigError } from "../errors/chain-config-error.js";
import type { WebhookOptions } from "./webhook-options.js";

/**
 * The secrets to verify with, at least one; nothing where unsigned webhooks are asked for. A variable that is not set
 * is never taken for that.
 */
export function secretsOf(chain: string, secrets: WebhookOptions["secrets"]): readonly string[] | undefined {
  if (secrets === null) return undefined;
  const set = [secrets].flat().filter((secret) => secret !== undefined && secret !== "");
  if (set.length === 0) throw refused(chain, "is not set");
  if (!set.every((secret) => typeof secret === "string")) throw refused(chain, "is not a string");
  if (set.some((secret) => secret !== secret.trim())) throw refused(chain, "begins or ends with white space");
  return set;
}

/** No message shows a secret. */
function refused(chain: string, what: string): ChainConfigError {
  return new ChainConfigError(`a webhook secret ${what}`, {
    chain,
    help: "Give it in `secrets`, whole and alone; `secrets: null` takes unsigned webhooks.",
  });
}
