import type { IncomingMessage } from "node:http";
import type { Answer } from "../http/answer.js";
import { parseTarget } from "../http/request-target.js";
import { withKey } from "../platform-routes.js";

/** Where the platform serves websockets: production has no short path for them. A regional host has no prefix. */
const platformPath = /^(?:\/development|\/environments\/[^/]+|\/deployment\/[^/]+)?\/websocket$/;

const containerPath = "/v1/websocket";

/** What the model server answers to an upgrade of another path, and the mock of the platform with it. */
const forbidden: Answer = { status: 403, headers: { "content-type": "text/plain; charset=utf-8" }, body: "" };

/** What stands for a websocket that opens. */
const opened: Answer = { status: 101, headers: {}, body: "" };

/** What is answered to an upgrade: 101 where a websocket opens. */
export function upgradeAnswer({ method = "", url = "", headers }: IncomingMessage): Answer {
  const { path, query } = parseTarget(url);
  if (path === containerPath) return opened;
  if (!platformPath.test(path)) return forbidden;
  return withKey(() => opened)({ method, path, query, headers, body: new Uint8Array() });
}
