import { type AnyChainError, isChainError } from "../errors/guards.js";
import type { CallOptions } from "../options/call-options.js";
import { checkOptions } from "../options/check-options.js";
import { wasShed } from "../response/was-shed.js";
import { defaultTimeoutMs, throwIfEnded } from "./deadline.js";
import { pause } from "./pause.js";

/**
 * What the platforms say of a connection that was never made, so that nothing was sent: Node; Deno and Bun; Bun of a
 * websocket.
 */
const unconnected =
  /ECONNREFUSED|EAI_AGAIN|E(HOST|NET)UNREACH|connect timeout|(tcp|unable to) connect|failed to connect$/i;

/**
 * Checks how a call is tried again, and gives what waits after a failed attempt for the next one, or throws its error: it is
 * for good, or the next would come too late. All attempts share one time limit, so a wait that would outlast it is not begun.
 * The waits are drawn from a range that doubles ("full jitter"), after what `Retry-After` asks for.
 */
export function retriesOf(
  chain: string,
  { retry = {}, timeoutMs = defaultTimeoutMs }: CallOptions,
  signal: AbortSignal,
): (error: unknown) => Promise<void> {
  checkOptions(chain, retry, {
    maxAttempts: 1,
    initialDelayMs: 0,
    maxDelayMs: 0,
    when: "function",
    onRetry: "function",
  });
  const {
    maxAttempts = 3,
    initialDelayMs = 1000,
    maxDelayMs = 30_000,
    when = didNotRun,
    onRetry,
  } = retry || { maxAttempts: 1 };
  const startedAt = performance.now();
  let attempt = 0;
  return async (error) => {
    attempt++;
    throwIfEnded(signal);
    if (attempt >= maxAttempts || !isChainError(error) || !(await when(error))) throw error;
    const longest = Math.min(maxDelayMs, initialDelayMs * 2 ** (attempt - 1));
    const delayMs = askedDelay(error) + Math.random() * longest;
    if (performance.now() - startedAt + delayMs >= timeoutMs) throw error;
    await onRetry?.({ error, attempt, delayMs });
    await pause(delayMs, signal);
  };
}

function askedDelay(error: AnyChainError): number {
  return (error.name === "ChainHttpError" && error.retryAfterMs) || 0;
}

/** Whether the chain certainly did not run: the connection was never made, or the call was shed. */
function didNotRun(error: AnyChainError): boolean {
  if (error.name === "ChainConnectionError") return error.status === undefined && unconnected.test(error.message);
  return error.name === "ChainHttpError" && wasShed(error);
}
