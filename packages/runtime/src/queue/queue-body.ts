import { isPrivate } from "../address/http-url.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { AsyncCallOptions } from "../options/async-call-options.js";

/** The options of the queue's numbers, and their bounds, all whole (Baseten docs, "Async inference"). */
const bounds: Readonly<Record<string, readonly [option: string, least: number, most: number]>> = {
  priority: ["priority", 0, 2],
  max_time_in_queue_seconds: ["maxTimeInQueueSeconds", 10, 259_200],
  max_attempts: ["inferenceRetry.maxAttempts", 1, 10],
  initial_delay_ms: ["inferenceRetry.initialDelayMs", 0, 10_000],
  max_delay_ms: ["inferenceRetry.maxDelayMs", 0, 60_000],
};

type Numbers = Readonly<Record<string, number | undefined>>;

/** Puts the queue's options around the input, which is JSON text already. */
export function queueBody(chain: string, input: string, options: AsyncCallOptions): string {
  const { maxAttempts, initialDelayMs, maxDelayMs } = options.inferenceRetry ?? {};
  const retry = { max_attempts: maxAttempts, initial_delay_ms: initialDelayMs, max_delay_ms: maxDelayMs };
  const numbers = { priority: options.priority, max_time_in_queue_seconds: options.maxTimeInQueueSeconds };
  checkBounds(chain, { ...numbers, ...retry });
  const settings = {
    webhook_endpoint: webhookOf(chain, options.webhookEndpoint),
    ...numbers,
    inference_retry_config: options.inferenceRetry && retry,
  };
  const text = JSON.stringify(settings).slice(1, -1);
  const { body = "wrapped" } = options;
  if (body === "wrapped") return `{"model_input":${input}${text && ","}${text}}`;
  if (body === "bare" && text === "") return input;
  throw new ChainConfigError('`body` must be "wrapped", or "bare" without a webhook or an option of the queue', {
    chain,
  });
}

function checkBounds(chain: string, numbers: Numbers): void {
  for (const [name, value] of Object.entries(numbers)) {
    const [option, least, most] = bounds[name] ?? [name, 0, 0];
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)) {
      throw new ChainConfigError(`\`${option}\` must be a whole number from ${least} to ${most}`, {
        chain,
        help: 'See `AsyncCallOptions`, and Baseten docs, "Async inference".',
      });
    }
  }
}

function webhookOf(chain: string, webhook: unknown): string | undefined {
  if (webhook === null) return undefined;
  if (typeof webhook === "string" && URL.canParse(webhook)) {
    const { protocol, origin } = new URL(webhook);
    if (/^https?:$/.test(protocol) && isPrivate(origin)) return webhook;
  }
  throw new ChainConfigError("`webhookEndpoint` must be an https URL, or null", {
    chain,
    help: "`null` says that the chain keeps its result itself; otherwise it would be lost.",
  });
}
