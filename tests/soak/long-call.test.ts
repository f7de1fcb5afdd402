import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConsumerProject } from "../reach/support/consumer-project.js";

// Node's own `fetch` gives up after 300 seconds of silence.
const silenceMs = 310_000;
const releases = [20, 22, 24];

const runtime = pathToFileURL(fileURLToPath(new URL("../../packages/runtime/dist/index.js", import.meta.url))).href;
const caller = `
import { invoke } from ${JSON.stringify(runtime)};
const options = { baseUrl: process.argv[2], retry: false };
console.log(process.version, await invoke({ name: "Slow", transport: "json" }, {}, options));
`;

const server = createServer((_, response) => void setTimeout(() => response.end('"at last"'), silenceMs));
const project = createConsumerProject({ "package.json": "{}", "caller.mjs": caller });
let baseUrl: string;

/** The package that holds the executable of a release for this machine. */
const packageOf = (release: number): string => {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return `node${release}@npm:node-${platform}-${process.arch}@${release}`;
};

beforeAll(async () => {
  await project.run("npm", "install", "--no-audit", "--no-fund", ...releases.map(packageOf));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  project.remove();
});

describe.concurrent("a call that is silent for 310 seconds", () => {
  test.each(releases)("gives its result on Node %i", async (release) => {
    const node = join(project.folder, "node_modules", `node${release}`, "bin", "node");
    const printed = await project.run(node, "caller.mjs", baseUrl);
    expect(printed).toMatch(new RegExp(`^v${release}\\..* at last\\n$`));
  });
});
