import type { Destination } from "../address/destination.js";
import { isLoopback } from "../address/http-url.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";

/** The `authorization` header of a call; nothing where no key is to be sent. No message shows the key. */
export async function authorizationOf(
  chain: string,
  { apiKey, authScheme = "Api-Key" }: CallOptions,
  { url, at }: Destination,
): Promise<string | undefined> {
  const isAmbient = apiKey === undefined && at !== "container";
  const key = isAmbient ? environmentKey() : await suppliedKey(chain, apiKey);
  if (apiKey === null || ((apiKey ?? key) === undefined && at !== "platform")) return undefined;
  const header = `${authScheme} ${key}`;
  const complaint = key ? complaintOf(header, url) : "there is no API key: set `apiKey` or BASETEN_API_KEY";
  if (complaint === undefined) return header;
  throw new ChainConfigError(complaint, { chain, help: '`apiKey: null` sends none (Baseten docs, "API keys").' });
}

function complaintOf(header: string, url: URL): string | undefined {
  // A line break after the key, the scheme before it.
  if (!/^(Api-Key|Bearer) [!-~]+$/.test(header)) return "the API key has a space, a line break or the like in it";
  if (url.protocol === "https:" || isLoopback(url)) return undefined;
  return "the API key is not sent over http, where others can read it";
}

async function suppliedKey(chain: string, apiKey: CallOptions["apiKey"]): Promise<string | null | undefined> {
  try {
    return typeof apiKey === "function" ? await apiKey() : apiKey;
  } catch (cause) {
    throw new ChainConfigError("the `apiKey` function failed", { chain, cause });
  }
}

/** Deno throws where the environment may not be read; browsers have no `process`: both are the same as not set. */
function environmentKey(): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.["BASETEN_API_KEY"] || undefined;
  } catch {
    return undefined;
  }
}
