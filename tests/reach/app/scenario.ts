import { isChainRemoteError } from "@typed-chains/runtime";
import type { ChainSocket, WebSocketConstructor } from "@typed-chains/runtime/websocket";
import { connectEcho } from "../../../fixtures/echo-socket/expected/index.js";
import { invokeTell } from "../../../fixtures/failing-streams/expected/index.js";
import { invokeHelloAll } from "../../../fixtures/hello/expected/index.js";

/** Where the chains are served, each below a path of its own, and what the platform lacks. */
export interface Surroundings {
  readonly origin: string;
  /** Left out, whoever serves the chains adds the key. */
  readonly apiKey?: string | undefined;
  readonly webSocket?: WebSocketConstructor | undefined;
}

const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

const capabilities = { json, stream, remoteError, abort, hook, socket };

/** What came of each capability of the runtime on this platform. */
export type Findings = Readonly<Record<keyof typeof capabilities, unknown>>;

/** Tries everything, one after the other. What fails is described in its place. */
export async function runScenario(surroundings: Surroundings): Promise<Findings> {
  const findings: [string, unknown][] = [];
  for (const [name, run] of Object.entries(capabilities)) {
    findings.push([name, await run(surroundings).catch(describe)]);
  }
  return Object.fromEntries(findings) as Findings;
}

/** What can be seen of a failure in JSON. */
export function describe(failure: unknown): unknown {
  if (!(failure instanceof Error)) return { thrown: failure };
  const { name, message } = failure;
  return {
    name,
    message,
    ...("status" in failure && { status: failure.status }),
    ...("help" in failure && { help: failure.help }),
  };
}

const addressOf = ({ origin, apiKey }: Surroundings, chain: string) => ({ baseUrl: `${origin}/${chain}`, apiKey });

async function json(surroundings: Surroundings): Promise<unknown> {
  const headers = { traceparent, "x-caller": "reach" };
  return await invokeHelloAll({ names: ["Ada", "Grace"] }, { ...addressOf(surroundings, "hello"), headers });
}

async function stream(surroundings: Surroundings): Promise<unknown> {
  let whole = "";
  for await (const part of await invokeTell({ words: ["Ada", "né", "日本"] }, addressOf(surroundings, "tell")))
    whole += part;
  return whole;
}

async function remoteError(surroundings: Surroundings): Promise<unknown> {
  try {
    return await invokeHelloAll({ names: [] }, addressOf(surroundings, "raising"));
  } catch (error) {
    if (!isChainRemoteError(error)) throw error;
    const { status, remoteName, remoteMessage, remoteStack } = error;
    return { status, remoteName, remoteMessage, lines: remoteStack.map(({ line }) => line) };
  }
}

/** Aborts once an answer has begun, and gives what the call rejects with. */
async function abort(surroundings: Surroundings): Promise<unknown> {
  const controller = new AbortController();
  const abortingFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    controller.abort("enough");
    return response;
  };
  const options = { ...addressOf(surroundings, "held"), fetch: abortingFetch, signal: controller.signal };
  return await invokeHelloAll({ names: [] }, options).catch((reason: unknown) => ({ reason }));
}

/** A `fetch` of the caller sees each request and each response. */
async function hook(surroundings: Surroundings): Promise<unknown> {
  const seen: unknown[] = [];
  const observed: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const sent = new Headers(init?.headers).get("traceparent");
    seen.push([init?.method, new Request(input).url.slice(surroundings.origin.length), sent, response.status]);
    return response;
  };
  const options = { ...addressOf(surroundings, "hello"), fetch: observed, headers: { traceparent } };
  await invokeHelloAll({ names: [] }, options);
  return seen;
}

/** Talks with one chain, hears how another ends the connection, and is refused without a key, where the key is the caller's. */
async function socket({ webSocket, ...surroundings }: Surroundings): Promise<unknown> {
  const options = { ...addressOf(surroundings, "echo"), webSocket };
  const echo = await connectEcho(options);
  echo.send("né");
  echo.send(new Uint8Array([0, 255]));
  const received = [await nextOf(echo), await nextOf(echo)];
  echo.close(4000, "enough");
  const ending = await connectEcho({ ...addressOf(surroundings, "ending"), webSocket });
  const failure = await nextOf(ending).catch(describe);
  const ends = [await echo.closed, await ending.closed];
  if (surroundings.apiKey === undefined) return { received, failure, ends };
  return { received, failure, ends, refusal: await connectEcho({ ...options, apiKey: null }).catch(describe) };
}

/** The next message, as JSON has it. */
async function nextOf(socket: ChainSocket): Promise<unknown> {
  const message = await socket.receive();
  return message instanceof Uint8Array ? [...message] : message;
}
