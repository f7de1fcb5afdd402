import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type ChainDescriptor,
  type ChainIdSource,
  chainIdByEnvironment,
  chainIdFromVariable,
  type DeployedTarget,
  invoke,
  reattach,
} from "../../src/index.js";
import { recordingFetch, rejectionOf } from "../support/chain.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

function chainOf(chainId: ChainIdSource): ChainDescriptor<Record<string, unknown>, unknown> {
  return { name: "Hello", transport: "json", chainId };
}

const byEnvironment = chainOf(chainIdByEnvironment({ production: "prod1", staging: "stag1", env: "env1", "": "none" }));

describe("a chain that is another one in each environment", () => {
  const targets: [target: DeployedTarget | undefined, url: string][] = [
    [undefined, "https://chain-prod1.api.baseten.co/production/run_remote"],
    ["production", "https://chain-prod1.api.baseten.co/production/run_remote"],
    [{ environment: "staging" }, "https://chain-stag1.api.baseten.co/environments/staging/run_remote"],
    [{ environment: "env" }, "https://chain-env1.api.baseten.co/environments/env/run_remote"],
    [{ regionalEnvironment: "staging" }, "https://chain-stag1-staging.api.baseten.co/run_remote"],
  ];

  test.each(targets)("is called with the id of the environment that is the target %j", async (target, url) => {
    const { fetch, sent } = recordingFetch();
    await invoke(byEnvironment, {}, { target, fetch, apiKey: "key" });
    expect(sent.map((request) => request.url)).toStrictEqual([url]);
  });

  test.each<[DeployedTarget, string]>([
    ["development", '"development"'],
    [{ environment: "qa" }, '"qa"'],
    [{ environment: "constructor" }, '"constructor"'],
    [{ deploymentId: "dep1" }, "a deployment without its environment"],
  ])("is not guessed where none is known for %j", async (target, where) => {
    const { fetch, sent } = recordingFetch();
    const error = await rejectionOf(invoke(byEnvironment, {}, { target, fetch, apiKey: "key" }));
    expect(error).toMatchObject({
      name: "ChainConfigError",
      message: `Hello: no \`chainId\` is known for ${where}, only for "production", "staging", "env", ""`,
      help: "Say `chainId` in the options, or generate the client with the id of that environment.",
    });
    expect(sent).toStrictEqual([]);
  });

  test("is asked about a queued call where it was called", async () => {
    const { fetch, sent } = recordingFetch();
    const options = { target: { environment: "staging" }, fetch, apiKey: "key" };
    await rejectionOf(reattach(byEnvironment, "r1", options).status());
    expect(sent.map(({ url }) => url)).toStrictEqual(["https://chain-stag1.api.baseten.co/async_request/r1"]);
  });
});

describe("a chain whose id a variable holds", () => {
  const fromVariable = chainOf(chainIdFromVariable("HELLO_CHAIN_ID"));

  test("is called with what the variable holds at that moment", async () => {
    const { fetch, sent } = recordingFetch();
    for (const id of ["first1", "second2"]) {
      vi.stubEnv("HELLO_CHAIN_ID", id);
      await invoke(fromVariable, {}, { target: { deploymentId: "dep1" }, fetch, apiKey: "key" });
    }
    expect(sent.map(({ url }) => url)).toStrictEqual([
      "https://chain-first1.api.baseten.co/deployment/dep1/run_remote",
      "https://chain-second2.api.baseten.co/deployment/dep1/run_remote",
    ]);
  });

  const notSet = {
    name: "ChainConfigError",
    message: "Hello: there is no `chainId`: HELLO_CHAIN_ID is not set",
    help: "Set the variable, or say `chainId` in the options.",
  };

  test.each([
    ["is empty", ""],
    ["is not set", undefined],
  ])("names a variable that %s", async (_, value) => {
    vi.stubEnv("HELLO_CHAIN_ID", value);
    expect(await rejectionOf(invoke(fromVariable, {}, { apiKey: "key" }))).toMatchObject(notSet);
  });

  test("names the variable too where the environment may not be read", async () => {
    const env = new Proxy(
      {},
      {
        get: () => {
          throw new Error("NotCapable: requires env access");
        },
      },
    );
    vi.stubGlobal("process", { env });
    const error = await rejectionOf(invoke(fromVariable, {}, { apiKey: "key" }));
    vi.unstubAllGlobals();
    expect(error).toMatchObject(notSet);
  });

  test("is no URL's part without a look", async () => {
    vi.stubEnv("HELLO_CHAIN_ID", "evil.example.com/");
    const error = await rejectionOf(invoke(fromVariable, {}, { apiKey: "key" }));
    expect(error).toMatchObject({ message: "Hello: `chainId` does not fit into a URL: give it alone" });
  });
});

test.each([byEnvironment, chainOf(chainIdFromVariable("HELLO_CHAIN_ID"))])(
  "an address in the options is used without looking for an id",
  async (chain) => {
    const { fetch, sent } = recordingFetch();
    const options = { fetch, apiKey: "key" };
    const target = "development";
    await invoke(chain, {}, { ...options, target, chainId: "other1" });
    await invoke(chain, {}, { ...options, target, baseUrl: "https://proxy.test/x" });
    await invoke(chain, {}, { ...options, target: { container: "http://localhost:1" } });
    await invoke(chain, {}, { ...options, url: "https://chain-u.api.baseten.co/development/run_remote" });
    expect(sent.map(({ url }) => url)).toStrictEqual([
      "https://chain-other1.api.baseten.co/development/run_remote",
      "https://proxy.test/x/development/run_remote",
      "http://localhost:1/v1/models/model:predict",
      "https://chain-u.api.baseten.co/development/run_remote",
    ]);
  },
);
