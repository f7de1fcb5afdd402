import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { markdownTable } from "../support/markdown-table.js";
import type { Findings } from "./app/scenario.js";
import { startBrowserProxy } from "./support/browser-proxy.js";
import { findChromium } from "./support/chromium.js";
import { type ClientApp, createClientApp } from "./support/client-app.js";
import { javaScriptRuntimes } from "./support/javascript-runtimes.js";
import { installPinnedTools } from "./support/pinned-tools.js";
import { type Platform, startPlatform } from "./support/platform.js";
import { printedText } from "./support/printed-text.js";
import { expectOnPage } from "./support/results-page.js";
import { startWorker } from "./support/worker.js";

const key = "the-key";
const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/** What every platform finds, by the columns of the table. */
const expected = {
  json: "Hello, Ada and Grace!",
  stream: "Ada né 日本 ",
  remoteError: {
    status: 500,
    remoteName: "ValueError",
    remoteMessage: "bad value: ü 'quoted'",
    lines: ["return helper(kind)", `raise ValueError("bad value: ü 'quoted'")`],
  },
  abort: { reason: "enough" },
  hook: [["POST", "/hello/production/run_remote", traceparent, 200]],
  socket: {
    received: ["né", [0, 255]],
    failure: { name: "ChainSocketError" },
    ends: [
      { code: 4000, reason: "enough", kind: "caller" },
      { code: 4001, reason: "bye", kind: "custom" },
    ],
  },
};
const refusal = { name: "ChainHttpError", status: 401 };

/** What `visit.mjs` prints. */
interface Visit {
  readonly result: { readonly findings: Findings; readonly withoutProxy: unknown };
  /** Each request of the page, with the headers that it sent. */
  readonly sent: readonly (readonly [url: string, headers: Readonly<Record<string, string>>])[];
  /** What nobody caught. */
  readonly errors: readonly string[];
}
const noProxy = {
  name: "ChainConfigError",
  help: "Connect to a proxy of your own that adds the key, as `baseUrl` (typed-chains, docs/browsers.md).",
};

const columns = ["platform", "JSON call", "text stream", "remote error", "abort", "headers, hook", "websocket"];
const rows: string[][] = [];

let app: ClientApp;
let tools: string;
let chromium: string;

/** Compiles a source of the app: each file for itself, or all that it needs to one script. */
async function build(...args: readonly string[]): Promise<void> {
  const esbuild = join(tools, "esbuild", "bin", "esbuild");
  await app.run(process.execPath, esbuild, ...args, "--log-level=warning", "--format=esm", "--target=es2022");
}

beforeAll(async () => {
  [app, tools] = await Promise.all([createClientApp(), installPinnedTools("runtime-tools")]);
  chromium = await findChromium(tools);
  app.link(tools, ["ws", "playwright-core"]);
  const sources = ["scenario", "server", "server-with-ws", "route", "chains/*"].map((name) => `src/${name}.ts`);
  await build(...sources, "--outdir=out");
  await build("src/worker.ts", "--bundle", "--outfile=worker.js");
  await build("src/page.ts", "--bundle", "--outfile=page.js");
});

afterAll(() => app?.close());

async function startOwnPlatform(): Promise<Platform> {
  const platform = await startPlatform(app.mocks);
  onTestFinished(() => platform.close());
  return platform;
}

/** Takes a row of the table down, and expects everything to be as it is everywhere. */
function expectFindings(name: string, findings: Findings, wanted: Findings, websocket: string): void {
  const names = Object.keys(wanted) as readonly (keyof Findings)[];
  const cells = names.map((capability) => (matches(findings[capability], wanted[capability]) ? "yes" : "no"));
  rows.push([name, ...cells.slice(0, -1), cells.at(-1) === "yes" ? websocket : "no"]);
  expect(findings).toMatchObject(wanted);
}

function matches(found: unknown, wanted: unknown): boolean {
  try {
    expect({ found }).toMatchObject({ found: wanted });
    return true;
  } catch {
    return false;
  }
}

/** Expects that the key came with each request but some, the caller's headers with the call, and that an abort closes. */
async function expectSeen({ requests, dropped }: Platform, keylessPaths: readonly string[]): Promise<void> {
  expect(requests[0]?.headers).toMatchObject({ traceparent, "x-caller": "reach" });
  const keyless = requests.filter(({ headers }) => headers["authorization"] !== `Api-Key ${key}`);
  expect(keyless.map(({ path }) => path)).toStrictEqual(keylessPaths);
  await dropped;
}

describe("a generated client calls, streams, fails, aborts, sends headers and connects", () => {
  const onServers = { ...expected, socket: { ...expected.socket, refusal } };
  const keylessPaths = ["/echo/environments/production/websocket"];

  const runtimes = javaScriptRuntimes.map((runtime) => [runtime.name, runtime] as const);
  test.each(runtimes)("on %s", async (name, { command, script, websocket }) => {
    const platform = await startOwnPlatform();
    const [file, ...first] = command(tools);
    const printed = await app.run(file, ...first, script, platform.origin, key);
    expectFindings(name, JSON.parse(printed) as Findings, onServers, websocket);
    await expectSeen(platform, keylessPaths);
  });

  test("on workerd", async () => {
    const platform = await startOwnPlatform();
    const { url, server } = await startWorker(app, tools, "worker.js");
    onTestFinished(() => server.stop());
    const response = await fetch(`${url}?${new URLSearchParams({ origin: platform.origin, key })}`);
    expectFindings("workerd", (await response.json()) as Findings, onServers, "through `fetch`");
    await expectSeen(platform, keylessPaths);
  });

  test("in Chromium, through the proxy of the page on browsers, and the page never sees the key", async () => {
    const platform = await startOwnPlatform();
    const { origin, server } = await startBrowserProxy(app, platform.origin, key);
    onTestFinished(() => server.stop());
    await printedText(server, /listens/);
    const printed = await app.run(process.execPath, "src/visit.mjs", chromium, origin, "page.js");
    const { result, sent, errors } = JSON.parse(printed) as Visit;
    expectFindings("Chromium", result.findings, expected, "through a proxy");
    expect(result.withoutProxy).toMatchObject(noProxy);
    expect(errors).toStrictEqual([]);
    expect(sent.map(([url]) => url)).toContain(`${origin}/chain/hello/production/run_remote`);
    expect(sent.filter(([, headers]) => "authorization" in headers)).toStrictEqual([]);
    expect(printed).not.toContain(key);
    await expectSeen(platform, []);
  });
});

describe("on the lowest release of Node 20", () => {
  const [node20] = javaScriptRuntimes;

  /** Runs a script with the address of a chain and the key. */
  async function runOnNode20(name: string, script: string, chain: string): Promise<string> {
    app.write(name, script);
    const platform = await startOwnPlatform();
    const [file] = node20?.command(tools) ?? [""];
    return (await app.run(file, name, `${platform.origin}/${chain}`, key)).trim();
  }

  test("CommonJS requires a client", async () => {
    const script = `const { invokeHelloAll } = require("./out/chains/index.js");
const [, , baseUrl, apiKey] = process.argv;
invokeHelloAll({ names: ["Ada"] }, { baseUrl, apiKey }).then(console.log);
`;
    expect(await runOnNode20("require.cjs", script, "hello")).toBe("Hello, Ada and Grace!");
  });

  test("a route handler of a server passes a stream on", async () => {
    const script = `import { POST } from "./out/route.js";
const body = JSON.stringify({ words: ["Ada"] });
const response = await POST(new Request("http://app.test/api", { method: "POST", body }));
console.log(response.status, await response.text());
`;
    expect(await runOnNode20("route-caller.js", script, "tell")).toBe("200 Ada né 日本");
  });
});

test("docs/reach.md says what was found", () => {
  expectOnPage("Platforms", markdownTable([columns, ...rows]));
});
