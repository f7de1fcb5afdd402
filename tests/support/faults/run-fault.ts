import { getEventListeners } from "node:events";
import type { RetryEvent } from "@typed-chains/runtime";
import { withOwnAgent } from "./agent.js";
import { answer, type Context } from "./answers.js";
import { calls, type FaultCallOptions } from "./calls.js";
import { certificate } from "./certificate.js";
import { clockOf } from "./clock.js";
import type { Fault, Reach } from "./fault.js";
import { type FaultServer, startFaultServer } from "./fault-server.js";

/** What came of a call. */
export interface Run {
  readonly outcome: { readonly result: unknown } | { readonly error: unknown };
  /** What the home server and the other origin were sent. */
  readonly requests: readonly string[];
  readonly elsewhere: readonly string[];
  /** What the hook was told before each retry. */
  readonly retries: readonly RetryEvent[];
  /** How many listeners are left on the call's signal, and timers on a clock of its own. */
  readonly listeners: number;
  readonly timers: number;
}

/** What every abort of the table rejects with. */
export const reason: Error = new Error("the caller's own reason");

/** Makes the call of a row, and returns once nothing of it is open any more: neither a request, nor a connection. */
export async function runFault(fault: Fault, key: string, given: FaultCallOptions = {}): Promise<Run> {
  const controller = new AbortController();
  const clock = clockOf(fault);
  const elsewhere = await startFaultServer({
    onRequest: ({ socket }) => socket.write(answer(200, '"from elsewhere"')),
  });
  const context: Context = {
    elsewhere: `http://127.0.0.1:${elsewhere.port}`,
    abort: () => controller.abort(reason),
    expire: clock.expire,
  };
  const home = await startHome(fault, context);
  if (fault.reach === "nowhere") await home.settle();
  if (fault.abort === "before the call") context.abort();
  const { options, retries } = optionsOf(fault, key, context);
  const call = { baseUrl: addressOf(fault.reach, home), signal: controller.signal, ...given, ...options };
  return withOwnAgent(trustOf(fault.reach), async (agent) => {
    const outcome = await calls[fault.call](call).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    // Of a handshake that does not end the agent tells nobody: it gives it up after ten seconds.
    if (fault.connection !== undefined) home.destroy();
    await agent.close();
    await Promise.all([home.settle(), elsewhere.settle()]);
    const timers = clock.stop();
    const listeners = getEventListeners(controller.signal, "abort").length;
    return { outcome, requests: home.requests, elsewhere: elsewhere.requests, retries, listeners, timers };
  });
}

/** The options that a row says, with a key that is asked for and waits that are short, and what the hook is told. */
function optionsOf(
  { abort, options = {} }: Fault,
  key: string,
  context: Context,
): { readonly options: FaultCallOptions; readonly retries: readonly RetryEvent[] } {
  const retries: RetryEvent[] = [];
  const onRetry = (event: RetryEvent): void => {
    retries.push(event);
    if (abort === "in a retry pause") context.abort();
  };
  const apiKey = (): Promise<string> | string => {
    if (abort !== "while the key is asked for") return key;
    context.abort();
    return new Promise(() => {});
  };
  const { retry, ...own } = options;
  const waits = { initialDelayMs: 1, maxDelayMs: 2, onRetry };
  return { options: { apiKey, ...own, retry: retry === false ? false : { ...waits, ...retry } }, retries };
}

function startHome({ serve, connection, reach = "http", isSecure }: Fault, context: Context): Promise<FaultServer> {
  return startFaultServer({
    onRequest: (exchange) => serve?.(exchange, context),
    onConnection: (socket) => connection?.(socket, context),
    isSecure: isSecure ?? reach.includes("https"),
  });
}

function addressOf(reach: Reach = "http", { port }: FaultServer): string {
  if (reach === "nowhere") return `http://127.0.0.1:${port}`;
  if (reach === "no such host") return "https://chain.invalid";
  return `${reach.includes("https") ? "https" : "http"}://127.0.0.1:${port}`;
}

function trustOf(reach: Reach = "http"): { readonly ca?: string; readonly servername?: string } {
  if (reach === "trusted https") return { ca: certificate.cert };
  return reach === "trusted https, by its name" ? { ca: certificate.cert, servername: "faults.test" } : {};
}
