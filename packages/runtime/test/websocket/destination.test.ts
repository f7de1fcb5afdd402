import { describe, expect, test } from "vitest";
import type { WebSocketDescriptor } from "../../src/chain.js";
import type { CallOptions } from "../../src/options/call-options.js";
import { socketDestination } from "../../src/websocket/destination.js";

const chain: WebSocketDescriptor = { name: "Echo", transport: "websocket", chainId: "abc" };
const host = "https://chain-abc.api.baseten.co";

const rows: [title: string, options: CallOptions, url: string][] = [
  ["production", {}, `${host}/environments/production/websocket`],
  ["development", { target: "development" }, `${host}/development/websocket`],
  ["an environment", { target: { environment: "a b" } }, `${host}/environments/a%20b/websocket`],
  ["a deployment", { target: { deploymentId: "d1" } }, `${host}/deployment/d1/websocket`],
  [
    "a deployment called production",
    { target: { deploymentId: "production" } },
    `${host}/deployment/production/websocket`,
  ],
  ["a region", { target: { regionalEnvironment: "eu" } }, "https://chain-abc-eu.api.baseten.co/websocket"],
  ["a container", { target: { container: "http://localhost:8080" } }, "http://localhost:8080/v1/websocket"],
  ["a container of ws", { target: { container: "ws://localhost:8080" } }, "http://localhost:8080/v1/websocket"],
  ["a proxy", { baseUrl: "https://x.test/p" }, "https://x.test/p/environments/production/websocket"],
  ["a proxy of wss", { baseUrl: "wss://x.test/p/", target: "development" }, "https://x.test/p/development/websocket"],
  ["another host", { apiHost: "h.test" }, "https://chain-abc.h.test/environments/production/websocket"],
  [
    "a copied URL",
    { url: "wss://chain-abc.api.baseten.co/environments/staging/websocket" },
    `${host}/environments/staging/websocket`,
  ],
  ["a copied URL of a call", { url: `${host}/development/run_remote` }, `${host}/development/websocket`],
  ["a copied URL of production", { url: `${host}/production/run_remote` }, `${host}/environments/production/websocket`],
];

describe("a connection goes to", () => {
  test.each(rows)("%s", (_, options, url) => {
    expect(socketDestination(chain, options).url).toBe(url);
  });

  test("the URL that was known when the module was generated", () => {
    const known: WebSocketDescriptor = {
      name: "Echo",
      transport: "websocket",
      url: "wss://x.test/development/websocket",
    };
    expect(socketDestination(known, {}).url).toBe("https://x.test/development/websocket");
  });
});

test.each([
  ["credentials", { baseUrl: "wss://key@x.test" }],
  ["another scheme", { baseUrl: "ftp://x.test" }],
  ["a URL of something else", { url: "wss://x.test/other" }],
])("an address with %s is refused", (_, options) => {
  expect(() => socketDestination(chain, options)).toThrow(
    expect.objectContaining({ name: "ChainConfigError" }) as Error,
  );
});
