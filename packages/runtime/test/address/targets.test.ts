import { describe, expect, test } from "vitest";
import {
  type CallOptions,
  type DeployedCallOptions,
  type DeployedTarget,
  invoke,
  invokeAsync,
  queueStatus,
  reattach,
  wake,
} from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";

/** A `fetch` that answers whatever is asked, and keeps what it was. */
function answering(): { readonly fetch: typeof fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const answer = {
    request_id: "r",
    status: "QUEUED",
    canceled: true,
    num_queued_requests: 1,
    num_in_progress_requests: 2,
  };
  const fake: typeof fetch = (url, init) => {
    asked.push(`${init?.method} ${url instanceof Request ? url.url : String(url)}`);
    return Promise.resolve(Response.json(answer, { status: 202 }));
  };
  return { fetch: fake, asked };
}

/** Everything that the platform can be asked for of a chain: the name, the method, the end of the path, how. */
const operations: [
  name: string,
  method: string,
  end: string,
  ask: (options: DeployedCallOptions) => Promise<unknown>,
][] = [
  ["a call", "POST", "run_remote", (options) => invoke(hello, {}, options)],
  [
    "a queued call",
    "POST",
    "async_run_remote",
    (options) => invokeAsync(hello, {}, { ...options, webhookEndpoint: null }),
  ],
  ["the queue's depth", "GET", "async_queue_status", (options) => queueStatus(hello, options)],
  ["a wake-up", "POST", "wake", (options) => wake(hello, options)],
];

/** What is asked of a queued request, which is at the root of the standard host whatever the target. */
const requestOperations: typeof operations = [
  ["a request's status", "GET", "async_request/r%201", (options) => reattach(hello, "r 1", options).status()],
  ["a request's end", "DELETE", "async_request/r%201", (options) => reattach(hello, "r 1", options).cancel()],
];

const standard = "https://chain-abc123.api.baseten.co";
const targets: [target: DeployedTarget | undefined, base: string][] = [
  [undefined, `${standard}/production`],
  ["production", `${standard}/production`],
  ["development", `${standard}/development`],
  [{ environment: "production" }, `${standard}/environments/production`],
  [{ environment: "my staging" }, `${standard}/environments/my%20staging`],
  [{ deploymentId: "dep1" }, `${standard}/deployment/dep1`],
  [{ regionalEnvironment: "prod-eu" }, "https://chain-abc123-prod-eu.api.baseten.co"],
];

describe.each(targets)("of the target %j", (target, base) => {
  test.each(operations)("%s is %s …/%s", async (_, method, end, ask) => {
    const { fetch, asked } = answering();
    await ask({ chainId: "abc123", target, apiKey: "k", fetch });
    expect(asked).toStrictEqual([`${method} ${base}/${end}`]);
  });

  test.each(requestOperations)("%s is %s …/%s, without a selector", async (_, method, end, ask) => {
    const { fetch, asked } = answering();
    await ask({ chainId: "abc123", target, apiKey: "k", fetch });
    expect(asked).toStrictEqual([`${method} ${standard}/${end}`]);
  });
});

describe.each<[string, DeployedCallOptions, base: string, root: string]>([
  [
    "another API host",
    { chainId: "abc", apiHost: "h.test" },
    "https://chain-abc.h.test/production",
    "https://chain-abc.h.test",
  ],
  ["a base URL", { baseUrl: "http://localhost:1" }, "http://localhost:1/production", "http://localhost:1"],
  [
    "a base URL with a path that looks like a target",
    { baseUrl: "https://h.test/a/production/", target: "development" },
    "https://h.test/a/production/development",
    "https://h.test/a/production",
  ],
  [
    "a base URL that leads to a regional environment",
    { baseUrl: "https://h.test/production", target: { regionalEnvironment: "eu" } },
    "https://h.test/production",
    "https://h.test/production",
  ],
  [
    "a copied URL",
    { url: "https://chain-x.api.baseten.co/environments/a%20b/run_remote" },
    "https://chain-x.api.baseten.co/environments/a%20b",
    "https://chain-x.api.baseten.co",
  ],
  [
    "a copied URL of the queue",
    { url: "https://chain-x.api.baseten.co/deployment/d1/async_run_remote" },
    "https://chain-x.api.baseten.co/deployment/d1",
    "https://chain-x.api.baseten.co",
  ],
  [
    "a copied URL of a regional environment",
    { url: "https://chain-x-eu.api.baseten.co/run_remote" },
    "https://chain-x-eu.api.baseten.co",
    "https://chain-x-eu.api.baseten.co",
  ],
  [
    "a copied URL behind a path",
    { url: "https://h.test/$1/production/run_remote" },
    "https://h.test/$1/production",
    "https://h.test/$1",
  ],
])("at %s", (_, options, base, root) => {
  test.each(operations)("%s is %s …/%s", async (__, method, end, ask) => {
    const { fetch, asked } = answering();
    await ask({ ...options, apiKey: "k", fetch });
    expect(asked).toStrictEqual([`${method} ${base}/${end}`]);
  });

  test.each(requestOperations)("%s is %s …/%s", async (__, method, end, ask) => {
    const { fetch, asked } = answering();
    await ask({ ...options, apiKey: "k", fetch });
    expect(asked).toStrictEqual([`${method} ${root}/${end}`]);
  });
});

describe("of a container", () => {
  const target = { container: "http://localhost:8080" };

  test("a call is POST …/v1/models/model:predict", async () => {
    const { fetch, asked } = answering();
    await invoke(hello, {}, { target, fetch });
    expect(asked).toStrictEqual(["POST http://localhost:8080/v1/models/model:predict"]);
  });

  test.each([...operations.slice(1), ...requestOperations])("%s is refused", async (_, __, ___, ask) => {
    const { fetch, asked } = answering();
    const options: CallOptions = { target, fetch };
    expect(await rejectionOf(ask(options as DeployedCallOptions))).toHaveProperty("name", "ChainConfigError");
    expect(asked).toStrictEqual([]);
  });
});

test.each(["", ".", "..", "a/b", "a\\b", "a\n", `a${String.fromCharCode(0xd800)}`])(
  "the request id %j is refused",
  (requestId) => {
    expect(() => reattach(hello, requestId, { chainId: "abc" })).toThrow("`requestId` does not fit into a URL");
  },
);
