import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  generateClient,
  type MockServer,
  memoryHost,
  mockWebhookSecret,
  readChain,
  startMock,
} from "@typed-chains/codegen";
import { type AsyncStatus, invokeAsync } from "@typed-chains/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { makeOutputFolder } from "../support/output-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const chain = fencedBlocks(textOf("README.md"), "py")[0]?.code ?? "";
const recipes = fencedBlocks(textOf("docs/webhooks.md"), "ts").map(({ code }) => code);

/** What the recipes export: a server that listens, or what answers the `Request` of fetch. */
interface Recipe {
  readonly server?: Server;
  readonly POST?: (request: Request) => Promise<Response>;
  readonly default?: { fetch(request: Request): Response | Promise<Response> };
}

let folder: string;
let mock: MockServer;

beforeAll(async () => {
  vi.stubEnv("BASETEN_WEBHOOK_SECRET", mockWebhookSecret);
  vi.stubEnv("PORT", "0");
  folder = makeOutputFolder("webhook-recipes");
  const host = memoryHost({ "hello.py": chain });
  const { signature } = readChain(host, { path: "hello.py", options: {} });
  if (signature === undefined) throw new Error("The chain of the README cannot be read");
  const start = await startMock({ signature, answer: "Hello, Ada!" }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  mock = start.server;
  const request = { source: { path: "hello.py", options: {} }, label: "hello.py" };
  const { files } = await generateClient(host, [request], { importExtension: "js" });
  mkdirSync(join(folder, "chains"));
  for (const [path, text] of files) writeFileSync(join(folder, "chains", path), text);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Serves what answers the `Request` of fetch, as frameworks do. */
function serving(answer: (request: Request) => Response | Promise<Response>): Server {
  return createServer((incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    incoming.on("end", () => {
      const headers = Object.entries(incoming.headers).map(([key, value]): [string, string] => [key, String(value)]);
      const request = new Request(`http://h.test${incoming.url}`, {
        method: "POST",
        headers,
        body: Buffer.concat(chunks),
      });
      void Promise.resolve(answer(request)).then(({ status }) => outgoing.writeHead(status).end());
    });
  }).listen(0);
}

async function serverOf({ server, POST, default: app }: Recipe): Promise<Server> {
  const running = server ?? serving(POST ?? ((request) => app?.fetch(request) ?? Response.error()));
  if (!running.listening) await once(running, "listening");
  return running;
}

describe.each(recipes.map((code, index) => [index, code] as const))("recipe %i", (index, code) => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const file = join(folder, `recipe-${index}.ts`);
    writeFileSync(file, code);
    server = await serverOf((await import(file)) as Recipe);
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const queue = async (input: object): Promise<readonly [id: string, status: string, webhook: string | undefined]> => {
    const options = { baseUrl: mock.url, apiKey: "key", webhookEndpoint: url };
    const queued = await invokeAsync({ name: "HelloAll", transport: "json" }, input, options);
    const ended = async (): Promise<AsyncStatus> => {
      const asked = await queued.status();
      expect(asked.webhookStatus).not.toBe("PENDING");
      return asked;
    };
    const { status, webhookStatus } = await vi.waitFor(ended, { interval: 20, timeout: 5000 });
    return [queued.requestId, status, webhookStatus];
  };

  test("takes a result that the mock signed", async () => {
    const log = vi.spyOn(console, "log").mockReturnValue();
    const [requestId, ...statuses] = await queue({ names: ["Ada"] });
    expect(statuses).toStrictEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(log.mock.calls).toStrictEqual([[requestId, "Hello, Ada!"]]);
  });

  test("takes a failure", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const [requestId, ...statuses] = await queue({ names: [1] });
    expect(statuses).toStrictEqual(["FAILED", "SUCCEEDED"]);
    expect(log.mock.calls).toStrictEqual([[requestId, [expect.objectContaining({ code: "MODEL_INVALID_INPUT" })]]]);
  });

  test.each([
    ["what is not signed", {}, "{}"],
    ["what another has signed", { "x-baseten-signature": `v1=${"0".repeat(64)}` }, "{}"],
    ["nothing", { "x-baseten-signature": `v1=${"0".repeat(64)}` }, ""],
  ])("refuses %s with a 400", async (_, headers, body) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { status } = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    expect(status).toBe(400);
    expect(log).toHaveBeenCalledTimes(1);
  });

  test("refuses more than it takes, and answers that, too", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const headers = { "content-type": "application/json", "x-baseten-signature": `v1=${"0".repeat(64)}` };
    const { status } = await fetch(url, { method: "POST", headers, body: "x".repeat(16_777_217) });
    expect([400, 413]).toContain(status);
  });
});
