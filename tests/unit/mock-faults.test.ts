import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type FaultName, type MockOptions, type MockRequest, type MockServer, startMock } from "@typed-chains/codegen";
import { type ChainDescriptor, invokeAsync, isChainError } from "@typed-chains/runtime";
import { parseWebhook } from "@typed-chains/runtime/webhook";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { calls, type FaultCallOptions } from "../support/faults/calls.js";
import { mockedChains, type Way } from "../support/faults/mocked-chains.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const everyWay = Object.keys(mockedChains) as Way[];
const servers = new Map<Way, MockServer>();
const lines: MockRequest[] = [];

beforeAll(async () => {
  for (const way of everyWay) servers.set(way, await start(way, { onRequest: (line) => void lines.push(line) }));
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  lines.length = 0;
});

async function start(way: Way, options: Partial<MockOptions>): Promise<MockServer> {
  const { signature, answer } = mockedChains[way];
  const started = await startMock({ signature, answer, ...options }, 0);
  if (!started.ok) throw new Error(started.diagnostics.map(({ message }) => message).join());
  return started.server;
}

/** Starts a mock for the rest of the test that has a fault of its own. */
async function faulty(way: Way, name: FaultName, times?: number): Promise<string> {
  const server = await start(way, { fault: times === undefined ? { name } : { name, times } });
  onTestFinished(() => server.close());
  return server.url;
}

/** Calls a mock, and gives the result, or what tells one error from another. */
async function outcomeOf(
  way: Way | "status",
  baseUrl: string | undefined,
  options: FaultCallOptions = {},
): Promise<unknown> {
  const call = calls[way]({ baseUrl, apiKey: "any", retry: false, ...options });
  return call.catch((error: unknown) => {
    if (!isChainError(error)) throw error;
    return [error.name, error.status, error.retryable];
  });
}

/** Makes one call that asks for a fault by its header. */
function asking(way: Way, name: string, options: FaultCallOptions = {}): Promise<unknown> {
  return outcomeOf(way, servers.get(way)?.url, { headers: { "x-mock-fault": name }, ...options });
}

function expectResult(way: Way, outcome: unknown): void {
  const { result } = mockedChains[way];
  expect(outcome).toStrictEqual(result instanceof RegExp ? expect.stringMatching(result) : result);
}

const cutStream = ["ChainStreamError", 200, true];
const undecodable = ["ChainDecodeError", 200, false];

const faults: readonly [name: FaultName, way: Way, outcome: unknown][] = [
  ...everyWay.flatMap((way): [FaultName, Way, unknown][] => [
    ["reset", way, ["ChainConnectionError", undefined, true]],
    ["429", way, ["ChainHttpError", 429, true]],
    ["503", way, ["ChainHttpError", 503, true]],
    ["403", way, ["ChainHttpError", 403, false]],
    ["html-502", way, ["ChainHttpError", 502, true]],
    ["empty-500", way, ["ChainHttpError", 500, true]],
    ["redirect", way, ["ChainHttpError", 302, false]],
  ]),
  ["cut-body", "json", ["ChainConnectionError", 200, true]],
  ["cut-body", "binary", ["ChainConnectionError", 200, true]],
  ["cut-body", "queue", ["ChainConnectionError", 201, true]],
  ["cut-body", "text", cutStream],
  ["cut-body", "bytes", cutStream],
  ["cut-body", "frames", cutStream],
  ["cut-body", "socket", ["ChainSocketError", undefined, true]],
  ["bad-json", "json", undecodable],
  ["bad-json", "binary", undecodable],
  ["bad-json", "frames", ["ChainStreamError", 200, false]],
  ["cut-frame", "frames", cutStream],
  ["remote-error", "json", ["ChainRemoteError", 500, false]],
  ["remote-error", "binary", ["ChainRemoteError", 500, false]],
  ["remote-error", "text", "fi"],
  ["remote-error", "bytes", "fi"],
  ["remote-error", "frames", ["ChainStreamError", 200, false]],
  ["remote-error", "socket", ["ChainSocketError", undefined, false]],
];

describe("a request that asks for a fault in its header gets it, and is logged with it:", () => {
  test.each(faults)("%s (%s)", async (name, way, outcome) => {
    expect(await asking(way, name)).toStrictEqual(outcome);
    await vi.waitFor(() => expect(lines).toMatchObject([{ fault: name }]));
  });

  test.each(everyWay)("stall (%s)", async (way) => {
    expect(await asking(way, "stall", { timeoutMs: 100 })).toStrictEqual(["ChainTimeoutError", undefined, true]);
  });

  test.each(everyWay)("slow (%s)", async (way) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const waits = vi.spyOn(globalThis, "setTimeout");
    let isOver = false;
    const outcome = asking(way, "slow").finally(() => {
      isOver = true;
    });
    while (!isOver) {
      vi.advanceTimersByTime(100);
      await turn();
    }
    expectResult(way, await outcome);
    const isStream = ["text", "bytes", "frames"].includes(way);
    expect(waits.mock.calls.map(([, delayMs]) => delayMs)).toContain(isStream ? 500 : 3000);
  });

  test.each(everyWay)("the request after it gets the answer (%s)", async (way) => {
    expect(await asking(way, "500")).toStrictEqual(["ChainHttpError", 500, true]);
    expectResult(way, await outcomeOf(way, servers.get(way)?.url));
  });

  test.each([
    ["json", "explode", "there is no fault explode; there are reset, stall, slow, cut-body, remote-error"],
    ["json", "600", "there is no fault 600"],
    ["json", "cut-frame", "cut-frame cannot happen to Faulty"],
    ["socket", "bad-json", "bad-json cannot happen to Faulty"],
  ] as const)("or a 400 where there is none (%s, %s)", async (way, name, message) => {
    const call = calls[way]({ baseUrl: servers.get(way)?.url ?? "", apiKey: "any", headers: { "x-mock-fault": name } });
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ChainHttpError", status: 400 });
    expect(String(error)).toContain(way === "socket" ? "400" : message);
  });
});

describe("a fault of the mock", () => {
  test("spoils every call", async () => {
    const url = await faulty("json", "empty-500");
    for (let call = 0; call < 3; call++) {
      expect(await outcomeOf("json", url)).toStrictEqual(["ChainHttpError", 500, true]);
    }
  });

  test.each(everyWay)("spoils the first calls alone, where it says how many: the retries succeed (%s)", async (way) => {
    const url = await faulty(way, "503", 2);
    const onRetry = vi.fn();
    expectResult(way, await outcomeOf(way, url, { retry: { initialDelayMs: 1, onRetry } }));
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  test("of 429 asks for a second of patience, as the platform may", async () => {
    const url = await faulty("json", "429");
    await expect(calls.json({ baseUrl: url, apiKey: "any", retry: false })).rejects.toHaveProperty(
      "retryAfterMs",
      1000,
    );
  });

  test("counts no call that is refused anyway, and spoils no question", async () => {
    const url = await faulty("queue", "503", 1);
    expect(await outcomeOf("queue", url, { apiKey: null })).toStrictEqual(["ChainHttpError", 401, false]);
    expect(await outcomeOf("status", url)).toStrictEqual(["ChainHttpError", 404, false]);
    expect(await outcomeOf("queue", url)).toStrictEqual(["ChainHttpError", 503, true]);
    expectResult("queue", await outcomeOf("queue", url));
  });

  test("gives way to the fault that a request asks for", async () => {
    const url = await faulty("json", "503", 1);
    const headers = { "x-mock-fault": "429" };
    expect(await outcomeOf("json", url, { headers })).toStrictEqual(["ChainHttpError", 429, true]);
    expect(await outcomeOf("json", url)).toStrictEqual(["ChainHttpError", 503, true]);
  });

  test("that the chain cannot have is refused when the mock is started", async () => {
    const { signature, answer } = mockedChains.json;
    const started = await startMock({ signature, answer, fault: { name: "cut-frame" } }, 0);
    expect(started).toMatchObject({ ok: false, diagnostics: [{ code: "TC506" }] });
  });
});

test("typed-chains mock --fault spoils the first calls, and logs it", async () => {
  const command = join(root, "packages", "codegen", "bin", "typed-chains.js");
  const mock = spawn(process.execPath, [command, "mock", "fixtures/hello/chain.py", "--fault", "429:1"], { cwd: root });
  onTestFinished(() => void mock.kill());
  const logged = text(mock.stderr);
  const [line] = (await once(createInterface({ input: mock.stdout }), "line")) as [string];
  const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
  expect(await outcomeOf("json", baseUrl)).toStrictEqual(["ChainHttpError", 429, true]);
  expect(await outcomeOf("json", baseUrl)).toBeTypeOf("string");
  mock.kill("SIGTERM");
  expect(await logged).toMatch(/run_remote 429 \d+ ms \(fault: 429\)\n.*run_remote 200 \d+ ms\n$/);
});

test("a queued call whose chain raises is taken, and its webhook says so", async () => {
  const chain: ChainDescriptor<{ names: string[] }, string> = { name: "Faulty", transport: "json" };
  const secret = "whsec_of-this-test";
  const server = await start("queue", { fault: { name: "remote-error" }, webhookSecret: secret });
  onTestFinished(() => server.close());
  let receive: (result: unknown) => void = () => {};
  const received = new Promise((resolve) => {
    receive = resolve;
  });
  const receiver = createServer((request, response) => {
    const read = async (): Promise<void> => {
      const webhook = { headers: request.headers as Record<string, string>, body: await text(request) };
      receive(await parseWebhook(chain, webhook, { secrets: secret }).catch((reason: unknown) => reason));
      response.end();
    };
    void read();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void receiver.close());
  const webhookEndpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const request = await invokeAsync(chain, { names: ["Ada"] }, { baseUrl: server.url, apiKey: "any", webhookEndpoint });
  expect(await received).toMatchObject({
    ok: false,
    requestId: request.requestId,
    errors: [{ code: "MODEL_PREDICT_ERROR", message: "ValueError: the mock was told to raise" }],
  });
  await vi.waitFor(async () => expect(await request.status()).toMatchObject({ status: "FAILED" }));
});
