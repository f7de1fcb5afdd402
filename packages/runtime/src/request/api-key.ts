import type { Destination } from "../address/destination.js";
import { environmentVariable } from "../environment-variable.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";

/** The `authorization` header of a call; nothing where no key is to be sent. No message shows the key. */
export async function authorizationOf(
  chain: string,
  options: CallOptions,
  { isPrivate, at }: Destination,
): Promise<string | undefined> {
  const { apiKey = ambientKey(at), authScheme = "Api-Key" } = options;
  if (apiKey === null) return undefined;
  const key = typeof apiKey === "function" ? await suppliedKey(chain, apiKey) : apiKey;
  const complaint = complaintOf(key, authScheme, isPrivate);
  if (complaint === undefined) return `${authScheme} ${key}`;
  throw new ChainConfigError(complaint, { chain, help: "Copy a key of your Baseten workspace; the mock takes any." });
}

/** Callers may be JavaScript, so that anything can come here. */
function complaintOf(key: unknown, scheme: string, isPrivate: boolean): string | undefined {
  if (!key) return "there is no API key: give `apiKey`, or set BASETEN_API_KEY";
  // A line break after the key, the scheme before it.
  const isFine = typeof key === "string" && /^[!-~]+$/.test(key) && ["Api-Key", "Bearer"].includes(scheme);
  if (!isFine) return "`apiKey` has a space or line end, or `authScheme` is bad";
  return isPrivate ? undefined : "the API key is not sent over http: give https";
}

async function suppliedKey(chain: string, supplier: () => string | Promise<string>): Promise<string> {
  try {
    return await supplier();
  } catch (cause) {
    throw new ChainConfigError("the `apiKey` function failed", { chain, cause });
  }
}

/** The key of a call that says nothing of one: that of the environment, and only the platform cannot do without. */
function ambientKey(at: Destination["at"]): string | null {
  return (at !== "container" && environmentVariable("BASETEN_API_KEY")) || (at === "platform" ? "" : null);
}
