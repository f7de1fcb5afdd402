import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { diskHost, type MockServer, readChain, startMock } from "@typed-chains/codegen";
import { queueStatus, reattach, wake } from "@typed-chains/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { helloAllChain, invokeHelloAllAsync } from "../../fixtures/hello/expected/index.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** A receiver of webhooks, which fails as often as it is told. */
interface Hook {
  readonly url: string;
  readonly bodies: unknown[];
  readonly server: Server;
}

async function startHook(): Promise<Hook> {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      bodies.push(body);
      response.writeHead(request.url === "/refuse" ? 410 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, server };
}

async function startHelloMock(): Promise<MockServer> {
  const { signature } = readChain(diskHost(fixtures), { path: "hello/chain.py", options: {} });
  if (signature === undefined) throw new Error("The fixture cannot be read");
  const start = await startMock({ signature, answer: "Hello, Ada!" }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  return start.server;
}

describe("a call that the client of fixtures/hello queues on the mock", () => {
  let mock: MockServer;
  let hook: Hook;
  beforeAll(async () => {
    mock = await startHelloMock();
    hook = await startHook();
  });
  afterAll(async () => {
    await mock.close();
    hook.server.closeAllConnections();
    hook.server.close();
  });

  test("is waited for, delivered, and found again by its id", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: `${hook.url}/take` };
    const queued = await invokeHelloAllAsync({ names: ["Ada"] }, options);
    const ended = { requestId: queued.requestId, status: "SUCCEEDED", webhookStatus: "SUCCEEDED", errors: [] };
    expect(await queued.wait()).toMatchObject(ended);
    expect(hook.bodies).toMatchObject([{ request_id: queued.requestId, data: "Hello, Ada!", errors: [] }]);
    const again = reattach(helloAllChain, queued.requestId, { baseUrl: mock.url, apiKey: "key" });
    expect(await again.status()).toMatchObject(ended);
    expect(await again.cancel()).toBe(false);
  });

  test("ends with WEBHOOK_FAILED where the result cannot be delivered", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: `${hook.url}/refuse` };
    const queued = await invokeHelloAllAsync({ names: ["Ada"] }, options);
    expect(await queued.wait()).toMatchObject({ status: "WEBHOOK_FAILED", webhookStatus: "FAILED", errors: [] });
  });

  test("fails where the input does not fit, and says so", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: null };
    // @ts-expect-error an item of another type
    const queued = await invokeHelloAllAsync({ names: [1] }, options);
    const errors = [{ code: "MODEL_INVALID_INPUT", message: expect.stringContaining("`names[0]`") as string }];
    expect(await queued.wait()).toMatchObject({ status: "FAILED", webhookStatus: "NO_WEBHOOK_PROVIDED", errors });
  });

  test("is unknown by another id, and is not told without a key", async () => {
    const asking = reattach(helloAllChain, "other", { baseUrl: mock.url, apiKey: "key" });
    await expect(asking.status()).rejects.toMatchObject({ name: "ChainHttpError", status: 404 });
    await expect(asking.cancel()).rejects.toMatchObject({ name: "ChainHttpError", status: 404 });
    const stranger = reattach(helloAllChain, "other", { baseUrl: mock.url, apiKey: null });
    await expect(stranger.status()).rejects.toMatchObject({ name: "ChainHttpError", status: 401 });
  });

  test("leaves an empty queue, and nothing has to be woken", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", target: "development" } as const;
    expect(await queueStatus(helloAllChain, options)).toStrictEqual({ queued: 0, inProgress: 0 });
    expect(await wake(helloAllChain, options)).toBe(undefined);
  });
});
