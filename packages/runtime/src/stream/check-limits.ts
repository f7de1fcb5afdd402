import { ChainConfigError } from "../errors/chain-config-error.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";

/** Refuses limits that nothing can keep. Callers may be JavaScript, so that anything can come here. */
export function checkLimits(chain: string, options: StreamCallOptions): void {
  for (const name of ["stallTimeoutMs", "maxFrameBytes"] as const) {
    const { [name]: limit = 1 } = options;
    if (!(limit > 0)) throw new ChainConfigError(`\`${name}\` must be more than 0`, { chain });
  }
}
