import { expect, test } from "vitest";
import { splitUrl } from "../../src/plan/split-url.js";

const own = "https://chain-abc123.api.baseten.co";

test.each([
  [`${own}/production/run_remote`, { chainId: "abc123" }],
  [`${own}/production/async_run_remote`, { chainId: "abc123" }],
  [`${own}/development/run_remote`, { chainId: "abc123", target: "development" }],
  [`${own}/environments/staging/run_remote`, { chainId: "abc123", target: { environment: "staging" } }],
  [`${own}/deployment/d1/run_remote`, { chainId: "abc123", target: { deploymentId: "d1" } }],
  [
    "wss://chain-abc123.api.baseten.co/environments/production/websocket",
    { chainId: "abc123", target: { environment: "production" } },
  ],
  [
    "https://chain-abc123-prod-eu.api.baseten.co/run_remote",
    { chainId: "abc123", target: { regionalEnvironment: "prod-eu" } },
  ],
  ["https://chain-abc123.api.own.test:8443/production/run_remote", { chainId: "abc123", apiHost: "api.own.test:8443" }],
])("%s comes apart", (url, parts) => {
  expect(splitUrl(url)).toStrictEqual(parts);
});

test.each([
  "http://chain-abc123.api.baseten.co/production/run_remote",
  "https://proxy.test/x/production/run_remote",
  "https://chain-abc123.api.baseten.co/run_remote",
  "https://chain-abc123.api.baseten.co/x/production/run_remote",
  "https://chain-abc123-eu.api.baseten.co/production/run_remote",
  "https://chain-abc123.api.baseten.co/environments/a%20b/run_remote",
  "https://chain-ABC.api.baseten.co/production/run_remote",
])("%s stays whole", (url) => {
  expect(splitUrl(url)).toStrictEqual({ url });
});
