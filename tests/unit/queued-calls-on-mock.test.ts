import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { diskHost, type MockServer, mockWebhookSecret, readChain, startMock } from "@typed-chains/codegen";
import { queueStatus, reattach, wake } from "@typed-chains/runtime";
import { type AsyncResult, parseWebhook } from "@typed-chains/runtime/webhook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { helloAllChain, invokeHelloAllAsync } from "../../fixtures/hello/expected/index.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** A receiver of webhooks, and what it made of those that it took. */
interface Hook {
  readonly url: string;
  readonly results: readonly AsyncResult<string>[];
  readonly refusals: readonly unknown[];
  readonly server: Server;
}

async function startHook(): Promise<Hook> {
  const results: AsyncResult<string>[] = [];
  const refusals: unknown[] = [];
  const server = createServer((request, response) => {
    const secrets = request.url === "/other-secret" ? "whsec_other" : ["whsec_older", mockWebhookSecret];
    parseWebhook(helloAllChain, { headers: request.headers, body: request }, { secrets }).then(
      (result) => response.writeHead(request.url === "/refuse" ? 410 : 204).end(() => results.push(result)),
      (error: unknown) => response.writeHead(400).end(() => refusals.push(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, results, refusals, server };
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
    const end = { requestId: queued.requestId, deploymentId: "mock", sentAt: expect.any(String) as string };
    expect(hook.results).toStrictEqual([{ ok: true, ...end, data: "Hello, Ada!" }]);
    const again = reattach(helloAllChain, queued.requestId, { baseUrl: mock.url, apiKey: "key" });
    expect(await again.status()).toMatchObject(ended);
    expect(await again.cancel()).toBe(false);
  });

  test("ends with WEBHOOK_FAILED where the result cannot be delivered", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: `${hook.url}/refuse` };
    const queued = await invokeHelloAllAsync({ names: ["Ada"] }, options);
    expect(await queued.wait()).toMatchObject({ status: "WEBHOOK_FAILED", webhookStatus: "FAILED", errors: [] });
  });

  test("is refused by a receiver that has another secret", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: `${hook.url}/other-secret` };
    const queued = await invokeHelloAllAsync({ names: ["Ada"] }, options);
    expect(await queued.wait()).toMatchObject({ status: "WEBHOOK_FAILED", webhookStatus: "FAILED" });
    expect(hook.refusals).toMatchObject([{ name: "ChainWebhookError", reason: "wrong-signature" }]);
  });

  test("delivers why it failed", async () => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: `${hook.url}/take` };
    // @ts-expect-error an item of another type
    const queued = await invokeHelloAllAsync({ names: [1] }, options);
    expect(await queued.wait()).toMatchObject({ status: "FAILED", webhookStatus: "SUCCEEDED" });
    const errors = [{ code: "MODEL_INVALID_INPUT", message: expect.stringContaining("`names[0]`") as string }];
    expect(hook.results.at(-1)).toMatchObject({ ok: false, requestId: queued.requestId, errors });
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
