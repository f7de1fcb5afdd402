import { describe, expect, test } from "vitest";
import { type AsyncCallOptions, type CallOptions, type ChainDescriptor, invoke, invokeAsync } from "../../src/index.js";
import { hello, recordingFetch, rejectionOf } from "../support/chain.js";

async function urlOf(options: CallOptions, chain = hello): Promise<string | undefined> {
  const { fetch, sent } = recordingFetch();
  await invoke(chain, {}, { apiKey: "k", ...options, fetch });
  return sent[0]?.url;
}

async function asyncUrlOf(options: Partial<AsyncCallOptions>): Promise<string | undefined> {
  const urls: string[] = [];
  const answer: typeof fetch = (url) => {
    urls.push(String(url instanceof Request ? url.url : url));
    return Promise.resolve(Response.json({ request_id: "r" }, { status: 201 }));
  };
  await invokeAsync(hello, {}, { apiKey: "k", webhookEndpoint: null, ...options, fetch: answer });
  return urls[0];
}

const id = "abcd1234";

describe("the URLs of the platform's guide", () => {
  test.each<[CallOptions, string]>([
    [{ target: "development" }, "https://chain-abcd1234.api.baseten.co/development/run_remote"],
    [{ target: { deploymentId: "dep1" } }, "https://chain-abcd1234.api.baseten.co/deployment/dep1/run_remote"],
    [{ target: { environment: "staging" } }, "https://chain-abcd1234.api.baseten.co/environments/staging/run_remote"],
  ])("run_remote with %j", async (options, url) => {
    expect(await urlOf({ chainId: id, ...options })).toBe(url);
  });

  test.each<[Partial<AsyncCallOptions>, string]>([
    [{ target: "development" }, "https://chain-abcd1234.api.baseten.co/development/async_run_remote"],
    [{ target: { deploymentId: "dep1" } }, "https://chain-abcd1234.api.baseten.co/deployment/dep1/async_run_remote"],
    [{ target: { environment: "prod" } }, "https://chain-abcd1234.api.baseten.co/environments/prod/async_run_remote"],
    [{ target: "production" }, "https://chain-abcd1234.api.baseten.co/production/async_run_remote"],
  ])("async_run_remote with %j", async (options, url) => {
    expect(await asyncUrlOf({ chainId: id, ...options })).toBe(url);
  });
});

describe("an address", () => {
  const whole = "https://chain-abc.api.baseten.co/development/run_remote";

  test.each<[string, CallOptions, string]>([
    [
      "is the production deployment by itself",
      { chainId: id },
      "https://chain-abcd1234.api.baseten.co/production/run_remote",
    ],
    [
      "takes undefined for left out",
      { chainId: id, target: undefined, url: undefined, baseUrl: undefined },
      "https://chain-abcd1234.api.baseten.co/production/run_remote",
    ],
    [
      "may be a regional environment",
      { chainId: id, target: { regionalEnvironment: "prod-eu" } },
      "https://chain-abcd1234-prod-eu.api.baseten.co/run_remote",
    ],
    [
      "may be on another host",
      { chainId: id, apiHost: "api.staging.test:8443" },
      "https://chain-abcd1234.api.staging.test:8443/production/run_remote",
    ],
    [
      "encodes names as one segment",
      { chainId: id, target: { environment: "a b?#%2F😀" } },
      "https://chain-abcd1234.api.baseten.co/environments/a%20b%3F%23%252F%F0%9F%98%80/run_remote",
    ],
    ["may be a whole URL", { url: whole }, whole],
    ["may be the queue's whole URL", { url: whole.replace("run", "async_run") }, whole],
    ["may be a whole URL with a slash at the end", { url: `${whole}/` }, whole],
    ["may be a base URL", { baseUrl: "https://proxy.test" }, "https://proxy.test/production/run_remote"],
    [
      "keeps the path of a base URL",
      { baseUrl: "https://proxy.test/a/b", target: "development" },
      "https://proxy.test/a/b/development/run_remote",
    ],
    ["doubles no slash", { baseUrl: "https://proxy.test/a/b//" }, "https://proxy.test/a/b/production/run_remote"],
    [
      "needs no environment in the path at a base URL",
      { baseUrl: "https://eu.test/", target: { regionalEnvironment: "eu" } },
      "https://eu.test/run_remote",
    ],
    [
      "may be a container",
      { target: { container: "http://localhost:8080" } },
      "http://localhost:8080/v1/models/model:predict",
    ],
    [
      "may be a container behind a path",
      { target: { container: "http://h.test/x/" }, apiKey: null },
      "http://h.test/x/v1/models/model:predict",
    ],
  ])("%s", async (_, options, url) => {
    expect(await urlOf(options)).toBe(url);
  });

  test("swaps the last segment of a whole URL for the queue's", async () => {
    expect(await asyncUrlOf({ url: whole })).toBe("https://chain-abc.api.baseten.co/development/async_run_remote");
    expect(await asyncUrlOf({ url: whole.replace("run", "async_run") })).toBe(
      "https://chain-abc.api.baseten.co/development/async_run_remote",
    );
  });
});

describe("what was known when the client was generated", () => {
  const byId: ChainDescriptor<Record<string, unknown>, unknown> = { ...hello, chainId: "baked" };
  const byUrl: typeof byId = { ...hello, url: "https://chain-baked.api.baseten.co/development/run_remote" };

  test.each<[string, typeof byId, CallOptions, string]>([
    ["an id is used", byId, { target: "development" }, "https://chain-baked.api.baseten.co/development/run_remote"],
    ["an id gives way to an id", byId, { chainId: "own" }, "https://chain-own.api.baseten.co/production/run_remote"],
    ["an id gives way to a URL", byId, { url: "https://own.test/run_remote" }, "https://own.test/run_remote"],
    ["a URL is used", byUrl, {}, "https://chain-baked.api.baseten.co/development/run_remote"],
    [
      "a URL gives way to an id",
      byUrl,
      { chainId: "own", target: "development" },
      "https://chain-own.api.baseten.co/development/run_remote",
    ],
    ["a URL gives way to a base URL", byUrl, { baseUrl: "https://own.test" }, "https://own.test/production/run_remote"],
    ["a URL gives way to a URL", byUrl, { url: "https://own.test/run_remote" }, "https://own.test/run_remote"],
    [
      "the end of a URL gives way to a target",
      byUrl,
      { target: { environment: "staging" } },
      "https://chain-baked.api.baseten.co/environments/staging/run_remote",
    ],
    [
      "a URL gives way to a container",
      byUrl,
      { target: { container: "http://localhost:1" } },
      "http://localhost:1/v1/models/model:predict",
    ],
  ])("%s", async (_, chain, options, url) => {
    expect(await urlOf(options, chain)).toBe(url);
  });

  test.each<[string | undefined, CallOptions]>([
    [byUrl.url, { apiHost: "other.test" }],
    [byUrl.url, { apiHost: "other.test", target: "development" }],
    [byUrl.url, { target: { regionalEnvironment: "eu" } }],
    ["https://proxy.test/run_remote", { target: "production" }],
  ])("a URL, %s, excludes %j, and says whose it is", async (url, options) => {
    const error = await rejectionOf(urlOf(options, { ...hello, url }));
    expect(error).toHaveProperty("name", "ChainConfigError");
    expect(String(error)).toContain("client's `chainUrl`");
  });
});

test("an address that differs from call to call is read anew, and a refused one leaves the next as it is", async () => {
  const refused = "https://one.test/?query";
  for (const baseUrl of ["https://one.test/a", "https://two.test", "https://one.test/a", "https://one.test/a"]) {
    expect(await urlOf({ baseUrl })).toBe(`${baseUrl}/production/run_remote`);
    expect(await rejectionOf(urlOf({ baseUrl: refused }))).toHaveProperty("name", "ChainConfigError");
    expect(await urlOf({ url: `${baseUrl}/development/run_remote` })).toBe(`${baseUrl}/development/run_remote`);
  }
});

test("an address that is an object may be another one at the next call", async () => {
  const address = new URL("https://one.test/");
  const options = { baseUrl: address } as object;
  expect(await urlOf(options)).toBe("https://one.test/production/run_remote");
  address.hostname = "two.test";
  expect(await urlOf(options)).toBe("https://two.test/production/run_remote");
});

describe("a client that was generated with the platform's URL", () => {
  const chain = { ...hello, chainId: "abc", apiHost: "api.own.test" } as const;
  const staging = { ...chain, target: { environment: "staging" } } as const;
  const regional = { ...chain, target: { regionalEnvironment: "eu" } } as const;
  const container = { target: { container: "http://localhost:1" } };

  test.each<[ChainDescriptor<Record<string, unknown>, unknown>, CallOptions, string]>([
    [chain, {}, "https://chain-abc.api.own.test/production/run_remote"],
    [staging, {}, "https://chain-abc.api.own.test/environments/staging/run_remote"],
    [staging, { target: "development" }, "https://chain-abc.api.own.test/development/run_remote"],
    [staging, { target: { deploymentId: "d" } }, "https://chain-abc.api.own.test/deployment/d/run_remote"],
    [staging, { target: { regionalEnvironment: "us" } }, "https://chain-abc-us.api.own.test/run_remote"],
    [staging, { chainId: "other" }, "https://chain-other.api.own.test/environments/staging/run_remote"],
    [staging, { chainId: "other", target: "production" }, "https://chain-other.api.own.test/production/run_remote"],
    [staging, { apiHost: "api.test" }, "https://chain-abc.api.test/environments/staging/run_remote"],
    [staging, { apiHost: "api.test", target: "production" }, "https://chain-abc.api.test/production/run_remote"],
    [staging, { baseUrl: "https://proxy.test/x" }, "https://proxy.test/x/environments/staging/run_remote"],
    [staging, { baseUrl: "https://proxy.test", target: "production" }, "https://proxy.test/production/run_remote"],
    [staging, { url: "https://own.test/run_remote" }, "https://own.test/run_remote"],
    [staging, container, "http://localhost:1/v1/models/model:predict"],
    [regional, {}, "https://chain-abc-eu.api.own.test/run_remote"],
    [regional, { target: "production" }, "https://chain-abc.api.own.test/production/run_remote"],
    [regional, { chainId: "other" }, "https://chain-other-eu.api.own.test/run_remote"],
  ])("%o with %j", async (known, options, url) => {
    expect(await urlOf(options, known)).toBe(url);
  });
});

describe("an address is refused before anything is sent", () => {
  const lone = String.fromCharCode(0xd800);
  const names = [
    "",
    ".",
    "..",
    "...",
    "a/b",
    "a\\b",
    "../x",
    "a\nb",
    "a\0",
    `a${lone}`,
    7,
    null,
    ["a"],
    {},
    Symbol("s"),
  ];
  const labels = [...names, "chain-abc123", "a.b", "a b", "-a", "a-", "a--b", "é", "a@b", "a:1", "a?b", "a#b"];
  const bad = (options: object): CallOptions => options;

  const refused: CallOptions[] = [
    {},
    bad({ target: { environment: "x" } }),
    ...names.flatMap((name) => [
      bad({ chainId: id, target: { environment: name } }),
      bad({ chainId: id, target: { deploymentId: name } }),
    ]),
    ...labels.flatMap((label) => [
      bad({ chainId: label }),
      bad({ chainId: id, target: { regionalEnvironment: label } }),
    ]),
    ...["", "https://api.baseten.co", "a/b", "u@h", "h?", "h#", "h:x", "h:99999", 7, ["h"], {}].map((apiHost) =>
      bad({ chainId: id, apiHost }),
    ),
    ...[
      "staging",
      "",
      "environment",
      "deploymentId",
      "regionalEnvironment",
      "container",
      {},
      7,
      null,
      [],
      { production: true },
      { development: "development" },
      { environment: "a", deploymentId: "b" },
      { toString: "x" },
      ["production"],
    ].map((target) => bad({ chainId: id, target })),
    ...[
      "",
      "x",
      "ftp://h",
      "file:///x",
      "https://u:p@h.test",
      "https://u@h.test",
      "https://h.test?q",
      "https://h.test#f",
      7,
      {},
    ].flatMap((base) => [bad({ baseUrl: base }), bad({ url: base }), bad({ target: { container: base } })]),
    { url: "https://chain-abc.api.baseten.co" },
    { url: "https://h.test/my/chain" },
    { url: "https://h.test/not_run_remote" },
    { url: "https://h.test/run_remote", target: "development" },
    { url: "https://h.test/run_remote", chainId: id },
    { url: "https://h.test/run_remote", baseUrl: "https://h.test" },
    { url: "https://h.test/run_remote", apiHost: "h.test" },
    { url: "https://h.test/run_remote", target: { container: "http://localhost:1" } },
  ];

  test.each(refused.map((options, index) => [index, options] as const))("%i: %o", async (_, options) => {
    const { fetch, sent } = recordingFetch();
    const error = await rejectionOf(invoke(hello, {}, { apiKey: "k", ...options, fetch }));
    expect(error).toHaveProperty("name", "ChainConfigError");
    expect(sent).toStrictEqual([]);
  });

  test("without showing what may be a secret", async () => {
    const error = await rejectionOf(urlOf({ baseUrl: "https://user:hunter2@h.test" }));
    expect(String(error)).not.toContain("hunter2");
  });

  test("for the queue, where the URL does not show the operation or has none", async () => {
    const bare = await rejectionOf(asyncUrlOf({ url: "https://h.test/my/chain" }));
    const options: object = { target: { container: "http://localhost:1" } };
    const container = await rejectionOf(asyncUrlOf(options));
    expect([bare, container]).toMatchObject([{ name: "ChainConfigError" }, { name: "ChainConfigError" }]);
  });
});
