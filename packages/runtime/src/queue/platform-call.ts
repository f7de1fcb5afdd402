import { type Call, call } from "../call.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { AnyChainError } from "../errors/guards.js";
import type { CallOptions } from "../options/call-options.js";

/** Makes a call that only the platform answers. The types exclude containers; JavaScript callers learn it here. */
export async function platformCall<Result>(it: Call<Result>): Promise<Result> {
  const { container } = (it.options?.target ?? {}) as { readonly container?: unknown };
  if (container === undefined) return call(it);
  throw new ChainConfigError("`target` is a container, and only the platform does this", {
    chain: it.chain.name,
    help: "Call it synchronously, or give a `target` that the platform serves.",
  });
}

type Check = (error: AnyChainError) => boolean;

/**
 * Asking about something changes nothing, so that it may be tried again whenever that may help, unless the caller waits for
 * longer then.
 */
export function asQuestion<Options extends CallOptions>(options: Options, waitsAfter: Check = () => false): Options {
  const { retry } = Object(options) as CallOptions;
  if (retry === false) return options;
  const { when = mayHelp } = retry ?? {};
  return { ...options, retry: { ...retry, when: (error) => !waitsAfter(error) && when(error) } };
}

function mayHelp({ retryable }: AnyChainError): boolean {
  return retryable;
}
