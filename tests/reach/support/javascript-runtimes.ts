import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A runtime of JavaScript on servers. */
export interface JavaScriptRuntime {
  readonly name: string;
  /** The file and its first arguments, before those that name a script; from a folder of pinned tools. */
  readonly command: (tools: string) => readonly [file: string, ...args: string[]];
  /** The script of the app that it runs. */
  readonly script: string;
  /** Whether its own WebSocket is used. */
  readonly websocket: "its own" | "`ws`";
}

const own = { script: "out/server.js", websocket: "its own" } as const;
const given = { script: "out/server-with-ws.js", websocket: "`ws`" } as const;

/** What has no global WebSocket gets the one of `ws`. */
export const javaScriptRuntimes: readonly JavaScriptRuntime[] = [
  { name: "Node 20", command: (tools) => [nodeOf(tools, 20)], ...given },
  { name: "Node 22", command: (tools) => [nodeOf(tools, 22)], ...own },
  { name: "Node 24", command: (tools) => [nodeOf(tools, 24)], ...own },
  { name: "Bun", command: (tools) => [bunOf(tools)], ...own },
  {
    name: "Deno",
    command: (tools) => [process.execPath, join(tools, "deno", "bin.cjs"), "run", "--allow-net"],
    ...own,
  },
];

function nodeOf(tools: string, release: number): string {
  const file = join(tools, `node${release}`, "bin", "node");
  if (!existsSync(file)) throw new Error(`No Node ${release} is pinned for ${process.platform} on ${process.arch}`);
  return file;
}

/** The package `bun` puts its executable in place with a script, which is not run. */
function bunOf(tools: string): string {
  const [platform = ""] = readdirSync(join(tools, "@oven"));
  return join(tools, "@oven", platform, "bin", "bun");
}
