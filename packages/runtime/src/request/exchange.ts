import type { Receive } from "../response/answer.js";
import { connectionFailure } from "../response/connection-failure.js";
import { expectClose, wasClosing } from "./closing-connections.js";
import { type HttpRequest, send } from "./send.js";

/** Sends a request and hands on the answer, whatever it is. */
export async function exchange<Result>(chain: string, request: HttpRequest, receive: Receive<Result>): Promise<Result> {
  const { origin } = request.url;
  const response = await answerTo(chain, request);
  const { status, headers } = response;
  if (status === 500 && headers.get("x-baseten-error-code") !== "600") expectClose(origin);
  return receive({ chain, origin, response, secret: request.headers.get("authorization") });
}

async function answerTo(chain: string, request: HttpRequest): Promise<Response> {
  const { origin } = request.url;
  const sentAt = performance.now();
  try {
    return await send(request);
  } catch (cause) {
    if (!request.signal.aborted && wasClosing(origin, sentAt)) return answerTo(chain, request);
    throw connectionFailure(chain, origin, cause);
  }
}
