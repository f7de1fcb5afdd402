import type { AnyChain } from "../chain.js";
import type { DeployedCallOptions } from "../options/deployed-call-options.js";
import type { Answer } from "../response/answer.js";
import { failureOf } from "../response/failure.js";
import { readReply } from "../response/read-reply.js";
import { asQuestion, platformCall } from "./platform-call.js";

/**
 * Starts a deployment that is scaled to zero, and returns once the platform has accepted that, not when the deployment is
 * ready. The documentation describes this for models and says that chains have the same; it has not been tried on a deployed chain.
 *
 * Source: Baseten docs, "Inference API", `wake`.
 *
 * @param chain - The chain, as the generated module exports it.
 * @param options - Where the chain is and how to call it.
 * @throws An error of the {@link ChainError} family or, after an abort, the reason of `options.signal`.
 */
export function wake(chain: AnyChain, options: DeployedCallOptions = {}): Promise<void> {
  return platformCall({ chain, options: asQuestion(options), operation: "wake", receive: nothing });
}

/** Any success will do: the answer is empty. */
async function nothing(answer: Answer): Promise<void> {
  const reply = await readReply(answer);
  if (!answer.response.ok) throw failureOf(reply);
}
