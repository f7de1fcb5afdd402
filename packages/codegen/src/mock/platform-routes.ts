import { randomUUID } from "node:crypto";
import type { AsyncRuns } from "./async/async-runs.js";
import { cancelAnswer, queueAnswer, statusAnswer } from "./async/request-answers.js";
import type { RequestRecords } from "./async/request-records.js";
import { type Answer, platformError } from "./http/answer.js";
import type { MockCall, Route } from "./http/routes.js";
import { type MockChain, predict } from "./predict.js";

/** Every prefix of the platform's paths; none at all is a regional host's. */
const prefix = "(?:/production|/development|/environments/[^/]+|/deployment/[^/]+)?";

/** What the platform serves in front of the container. It wants a key, any key. */
export function platformRoutes(chain: MockChain, runs: AsyncRuns): readonly Route[] {
  return [
    { method: "POST", path: new RegExp(`^${prefix}/run_remote$`), answer: withKey((call) => predict(chain, call)) },
    { method: "POST", path: new RegExp(`^${prefix}/async_run_remote$`), answer: withKey((call) => runs.submit(call)) },
    ...queueRoutes(runs.records),
    { method: "POST", path: new RegExp(`^${prefix}/wake$`), answer: withKey(() => taken) },
  ];
}

/** The deployment is always awake. */
const taken: Answer = { status: 202, headers: {}, body: "" };

/** What can be asked of the queue and of one request in it, whose path has no prefix. */
function queueRoutes(records: RequestRecords): readonly Route[] {
  const path = /^\/async_request\/([^/]+)$/;
  const idOf = (call: MockCall): string => path.exec(call.path)?.[1] ?? "";
  const queue = new RegExp(`^${prefix}/async_queue_status$`);
  return [
    { method: "GET", path, answer: withKey((call) => statusAnswer(records, idOf(call))) },
    { method: "DELETE", path, answer: withKey((call) => cancelAnswer(records, idOf(call))) },
    { method: "GET", path: queue, answer: withKey(() => queueAnswer(records)) },
  ];
}

/** Wraps what answers a call: without a key it is refused, and every answer gets the id of its request. */
export function withKey(answer: (call: MockCall) => Answer): (call: MockCall) => Answer {
  return (call) => {
    const answered = hasKey(call) ? answer(call) : unauthorized(call);
    return { ...answered, headers: { "x-baseten-request-id": randomUUID(), ...answered.headers } };
  };
}

function hasKey(call: MockCall): boolean {
  const { authorization } = call.headers;
  return typeof authorization === "string" && /^(?:Api-Key|Bearer)\s+\S/i.test(authorization);
}

function unauthorized({ headers }: MockCall): Answer {
  const ways = '`BASETEN_API_KEY=anything`, `apiKey: "anything"` or the header `Authorization: Api-Key anything`';
  const reason = headers["authorization"] === undefined ? "no key" : "a key in another form than `Api-Key …`";
  return { ...platformError(401, `Unauthorized: the mock wants a key, and any will do: ${ways}`), reason };
}
