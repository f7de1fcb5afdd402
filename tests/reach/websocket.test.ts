import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { createConsumerProject } from "./support/consumer-project.js";

const runtime = pathToFileURL(
  fileURLToPath(new URL("../../packages/runtime/dist/websocket/index.js", import.meta.url)),
);

const caller = (giving: string): string => `
${giving}
import { connect } from ${JSON.stringify(runtime.href)};
const chain = { name: "Echo", transport: "websocket" };
const [baseUrl, apiKey] = process.argv.slice(2);
const options = { baseUrl, apiKey, retry: false, webSocket };
const socket = await connect(chain, options);
socket.send("né");
const text = await socket.receive();
socket.send(new Uint8Array([0, 255]));
const bytes = [...(await socket.receive())];
socket.send("end");
const { name, code, reason, kind } = await socket.receive().catch((error) => error);
const refused = await connect(chain, { ...options, apiKey: "wrong" }).catch((error) => error);
console.log(JSON.stringify({ text, bytes, name, code, reason, kind, refused: [refused.name, refused.status] }));
`;

const seen = {
  text: "né",
  bytes: [0, 255],
  name: "ChainSocketError",
  code: 4001,
  reason: "bye",
  kind: "custom",
  refused: ["ChainHttpError", 401],
};

const sockets = new WebSocketServer({ noServer: true });
const server = createServer().on("upgrade", (request, connection, head) => {
  if (request.headers.authorization !== "Api-Key the-key") {
    connection.end("HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\n\r\n{}");
    return;
  }
  sockets.handleUpgrade(request, connection, head, (socket) => {
    socket.on("message", (data: Buffer, isBinary) => {
      if (data.toString() === "end") socket.close(4001, "bye");
      else socket.send(data, { binary: isBinary });
    });
  });
});

const project = createConsumerProject({
  "package.json": "{}",
  "own.mjs": caller("const webSocket = undefined;"),
  "given.mjs": caller('import webSocket from "ws";'),
});

/** The package that holds the executable of a release of Node for this machine. */
const nodePackage = (release: number): string => {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return `node${release}@npm:node-${platform}-${process.arch}@${release}`;
};

beforeAll(async () => {
  const packages = [...[20, 22, 24].map(nodePackage), "bun@1", "deno@2", "ws@8"];
  await project.run("npm", "install", "--no-audit", "--no-fund", ...packages);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  project.remove();
});

describe("a websocket carries the key, text, bytes and how it ended", () => {
  const inModules = (...path: readonly string[]): string => join(project.folder, "node_modules", ...path);

  test.each([
    ["Node 20, with ws", inModules("node20", "bin", "node"), ["given.mjs"]],
    ["Node 22", inModules("node22", "bin", "node"), ["own.mjs"]],
    ["Node 22, with ws", inModules("node22", "bin", "node"), ["given.mjs"]],
    ["Node 24", inModules("node24", "bin", "node"), ["own.mjs"]],
    ["Bun", inModules(".bin", "bun"), ["own.mjs"]],
    ["Deno", inModules(".bin", "deno"), ["run", "--allow-all", "own.mjs"]],
  ])("on %s", async (_, executable, args) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const printed = await project.run(executable, ...args, origin, "the-key");
    expect(JSON.parse(printed)).toStrictEqual(seen);
  });
});
