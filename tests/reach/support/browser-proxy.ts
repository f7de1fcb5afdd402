import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { fencedBlocks } from "../../support/fenced-blocks.js";
import { findFreePort } from "../../support/free-port.js";
import type { ServerProcess } from "../../support/server-process.js";
import type { ConsumerProject } from "./consumer-project.js";
import { workspaceFolder } from "./workspace.js";

/** The proxy of the page on browsers, as it runs here. */
export interface BrowserProxy {
  /** The origin of the pages that it lets call. */
  readonly origin: string;
  readonly server: ServerProcess;
}

/** Runs the recipe of docs/browsers.md, with a key, before something that stands in for the platform at an address. */
export async function startBrowserProxy(
  project: ConsumerProject,
  platform: string,
  key: string,
): Promise<BrowserProxy> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const { hostname, port: platformPort } = new URL(platform);
  const recipe = replaceEach(recipeOf("docs/browsers.md"), [
    ['from "node:https"', 'from "node:http"'],
    ['host = "chain-abc123.api.baseten.co"', `host = ${JSON.stringify(hostname)}`],
    ["ask({ host,", `ask({ host, port: ${platformPort},`],
    ["https://app.example.com", origin],
    ["server.listen(8080)", `server.listen(${port}, "127.0.0.1", () => console.log("listens"))`],
  ]);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  project.write("proxy.js", ts.transpileModule(recipe, { compilerOptions }).outputText);
  const script = `process.env.BASETEN_API_KEY = ${JSON.stringify(key)}; await import("./proxy.js");`;
  const server = await project.serve(process.execPath, "--input-type=module", "--eval", script);
  return { origin, server };
}

function recipeOf(page: string): string {
  const blocks = fencedBlocks(readFileSync(join(workspaceFolder, page), "utf8"), "ts");
  const recipe = blocks.find(({ code }) => code.includes("createServer"));
  if (recipe === undefined) throw new Error(`${page} has no server`);
  return recipe.code;
}

/** Puts in what differs here. A recipe that no longer has such a place is an error. */
function replaceEach(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The recipe has no ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}
