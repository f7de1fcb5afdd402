import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../support/free-port.js";
import { variablesOutside } from "./workspace.js";

/** A package registry on this machine that holds nothing but what is published to it, and wants a token for all. */
export interface Registry {
  /** With `/` at its end. */
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

const settings = (folder: string): string => `
storage: ${join(folder, "storage")}
web: { enable: false }
auth:
  htpasswd: { file: ${join(folder, "htpasswd")}, max_users: 10 }
packages:
  "**": { access: $authenticated, publish: $authenticated }
max_body_size: 50mb
log: { type: stdout, format: pretty, level: warn }
`;

/** Starts Verdaccio with one user. `tools` is the folder of its packages. */
export async function startRegistry(tools: string): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), "typed-chains-registry-"));
  const file = join(folder, "config.yaml");
  writeFileSync(file, settings(folder));
  const address = `127.0.0.1:${await findFreePort()}`;
  const server = fork(join(tools, "verdaccio", "bin", "verdaccio"), ["--config", file, "--listen", address], {
    env: variablesOutside(),
    silent: true,
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = once(server, "exit");
  const stop = async (): Promise<void> => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  // It says so when it serves.
  const first = await Promise.race([once(server, "message"), ended.then(() => undefined)]);
  if (first === undefined) throw new Error(`The registry did not start:\n${output}`);
  return { url: `http://${address}/`, token: await addUser(`http://${address}/`), stop };
}

async function addUser(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:publisher`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "publisher", password: crypto.randomUUID() }),
  });
  const answer = (await response.json()) as { readonly token?: string };
  if (answer.token === undefined) throw new Error(`The registry gave no token, but a ${response.status}`);
  return answer.token;
}
