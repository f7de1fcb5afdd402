import { describe, expect, test } from "vitest";
import { type AddressedCallOptions, type CallOptions, invoke, withOptions } from "../src/index.js";
import { hello, recordingFetch, rejectionOf } from "./support/chain.js";

const { fetch, sent } = recordingFetch();

function invokeHello(input: Record<string, unknown>, options: AddressedCallOptions): Promise<unknown> {
  return invoke(hello, input, options);
}

async function urlOf(bound: AddressedCallOptions, own?: CallOptions): Promise<string | undefined> {
  await withOptions(invokeHello, { apiKey: null, fetch, ...bound })({}, own);
  return sent.at(-1)?.url;
}

const whole = "https://chain-w.api.baseten.co/development/run_remote";

describe("bound options", () => {
  test.each<[string, AddressedCallOptions, CallOptions | undefined, string]>([
    [
      "are used",
      { chainId: "a", target: "development" },
      undefined,
      "https://chain-a.api.baseten.co/development/run_remote",
    ],
    [
      "give way to those of the call",
      { chainId: "a" },
      { chainId: "b" },
      "https://chain-b.api.baseten.co/production/run_remote",
    ],
    [
      "do not give way to undefined",
      { chainId: "a" },
      { chainId: undefined },
      "https://chain-a.api.baseten.co/production/run_remote",
    ],
    ["give way to a URL", { chainId: "a", target: "development" }, { url: whole }, whole],
    [
      "that are a URL give way to an id",
      { url: whole },
      { chainId: "b" },
      "https://chain-b.api.baseten.co/production/run_remote",
    ],
    [
      "that are a base URL give way to a container",
      { baseUrl: "https://h.test" },
      { target: { container: "http://localhost:1" } },
      "http://localhost:1/v1/models/model:predict",
    ],
  ])("%s", async (_, bound, own, url) => {
    expect(await urlOf(bound, own)).toBe(url);
  });

  const container = { target: { container: "http://localhost:1" } };
  const addresses: readonly (readonly [AddressedCallOptions, string])[] = [
    [{ url: whole }, whole],
    [{ chainId: "b" }, "https://chain-b.api.baseten.co/production/run_remote"],
    [{ baseUrl: "https://proxy.test" }, "https://proxy.test/production/run_remote"],
    [container, "http://localhost:1/v1/models/model:predict"],
  ];
  test.each(addresses.flatMap(([bound]) => addresses.map(([own, url]) => [bound, own, url] as const)))(
    "that are the address %j give way to the address %j",
    async (bound, own, url) => {
      expect(await urlOf(bound, own)).toBe(url);
    },
  );

  test.each<AddressedCallOptions>([{ url: whole }, { baseUrl: "https://proxy.test" }, container])(
    "that are the address %j give way to a host of the platform",
    async (bound) => {
      const url = "https://chain-a.h.test/production/run_remote";
      expect(await urlOf(bound, { chainId: "a", apiHost: "h.test" })).toBe(url);
      if (bound.url === undefined) expect(await urlOf({ ...bound, chainId: "a" }, { apiHost: "h.test" })).toBe(url);
    },
  );

  test.each<[AddressedCallOptions, CallOptions, string]>([
    [{ baseUrl: "https://proxy.test" }, { target: "development" }, "https://proxy.test/development/run_remote"],
    [{ chainId: "a", target: "development" }, { apiHost: "h.test" }, "https://chain-a.h.test/development/run_remote"],
    [
      { baseUrl: "https://proxy.test", target: "development" },
      { chainId: "b" },
      "https://chain-b.api.baseten.co/development/run_remote",
    ],
    [
      { target: { environment: "e" }, chainId: "a" },
      { baseUrl: "https://proxy.test" },
      "https://proxy.test/environments/e/run_remote",
    ],
  ])("%j are kept where they say another part of it than %j", async (bound, own, url) => {
    expect(await urlOf(bound, own)).toBe(url);
  });

  test("may be left without an address by those of the call, which is an error", async () => {
    const call = urlOf({ target: { container: "http://localhost:1" } }, { target: "development" });
    expect(await rejectionOf(call)).toHaveProperty("name", "ChainConfigError");
  });

  test("leave an input that defaults to its default", async () => {
    const ping = (input: Record<string, never> = {}, options?: CallOptions): Promise<unknown> =>
      invoke(hello, input, options);
    await withOptions(ping, { chainId: "a", apiKey: null, fetch })();
    expect(sent.at(-1)?.init.body).toBe("{}");
  });
});
