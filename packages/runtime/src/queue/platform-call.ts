import { type Call, call } from "../call.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { AnyChainError } from "../errors/guards.js";
import type { CallOptions } from "../options/call-options.js";

/** Makes a call that only the platform answers. The types exclude containers; JavaScript callers learn it here. */
export async function platformCall<Result>(it: Call<Result>): Promise<Result> {
  const { target } = it.options;
  if (typeof target !== "object" || !("container" in target)) return call(it);
  throw new ChainConfigError("`target` is a container, and only the platform does this", {
    chain: it.chain.name,
    help: "Call it synchronously, or give a `target` that the platform serves.",
  });
}

/** Asking about something changes nothing, so that it may be tried again whenever that may help. */
export function asQuestion<Options extends CallOptions>(options: Options): Options {
  const { retry } = options;
  return { ...options, retry: retry === false ? retry : { ...retry, when: retry?.when ?? mayHelp } };
}

function mayHelp({ retryable }: AnyChainError): boolean {
  return retryable;
}
