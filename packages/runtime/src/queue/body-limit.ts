import { ChainInputError } from "../errors/chain-input-error.js";
import type { AsyncCallOptions } from "../options/async-call-options.js";
import { checkOptions } from "../options/check-options.js";

/** The most that the platform queues of one call, in bytes: 256 KiB (Baseten docs, "Inference errors"). */
const defaultMaxBodyBytes = 262_144;

/** Refuses a body that the platform would refuse with a 413. */
export function withinLimit(chain: string, body: string, options: AsyncCallOptions): string {
  checkOptions(chain, options, { maxBodyBytes: 1 });
  const { maxBodyBytes = defaultMaxBodyBytes } = options;
  const size = new TextEncoder().encode(body).length;
  if (size <= maxBodyBytes) return body;
  const message = `its call has ${size} bytes, and the queue takes ${maxBodyBytes}`;
  throw new ChainInputError(`the input was not sent: ${message}`, {
    chain,
    problems: [{ path: [], message }],
    help: "Send a link to the data, call synchronously, or raise `maxBodyBytes` if Baseten raised yours.",
  });
}
