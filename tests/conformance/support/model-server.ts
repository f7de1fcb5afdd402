import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../../support/free-port.js";
import { lastLines, runCommand } from "../../support/run-command.js";
import { type ServerProcess, startServerProcess } from "../../support/server-process.js";
import { pythonFile } from "./python-files.js";

/** Which chain the model server serves. */
export interface ModelServerOptions {
  /** A Python that has the pinned requirements: what `preparePythonEnvironment` gives. */
  readonly python: string;
  /** The chain's Python file. The folder it is in is packaged with it. */
  readonly chainFile: string;
  /** The name of the class whose `run_remote` is served. It may not depend on other chainlets. */
  readonly entrypoint: string;
}

/** A real model server on loopback. */
export interface ModelServer {
  /** Such as `http://127.0.0.1:43210`, without a path. */
  readonly url: string;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** How long a server may take from its start until it answers, in milliseconds. Two seconds is usual. */
const startLimit = 60_000;

/**
 * Runs the real code generator for a chain, then the real model server with what it generated, on a free port of the
 * loopback address. Resolves when the chain answers.
 *
 * @throws An `Error` with the last lines of the generator or the server, where one of them fails.
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-model-server-"));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await generateServer(options, folder);
    const port = await findFreePort();
    const server = await serve(options, folder, port);
    const stop = (): Promise<void> => server.stop().finally(removeFolder);
    return { url: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function generateServer({ python, chainFile, entrypoint }: ModelServerOptions, folder: string): Promise<void> {
  await Promise.all([mkdir(join(folder, "home")), mkdir(join(folder, "temporary"))]);
  const args = [pythonFile("generate_server.py"), chainFile, entrypoint, join(folder, "container")];
  const { code, stdout, stderr } = await runCommand(python, args, { env: serverVariables(python, folder) });
  if (code !== 0) {
    throw new Error(
      `No server could be generated for ${entrypoint} of ${chainFile}:\n${lastLines(stdout + stderr, 20)}`,
    );
  }
}

async function serve({ python, entrypoint }: ModelServerOptions, folder: string, port: number): Promise<ServerProcess> {
  const container = join(folder, "container");
  const server = await startServerProcess(python, [pythonFile("run_server.py"), container], {
    cwd: join(container, "app"),
    env: { ...serverVariables(python, folder), INFERENCE_SERVER_PORT: String(port) },
  });
  if (await becomesReady(server, port)) return server;
  const problem = server.hasEnded() ? "ended before it answered" : `did not answer within ${startLimit / 1000} s`;
  await server.stop();
  throw new Error(`The model server of ${entrypoint} ${problem}:\n${lastLines(server.output(), 20)}`);
}

async function becomesReady(server: ServerProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + startLimit;
  while (!server.hasEnded() && Date.now() < deadline) {
    if (await isReady(`http://127.0.0.1:${port}/v1/models/model`)) return true;
    await wait(50);
  }
  return false;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** None of the user's settings reach the server, and nothing it writes stays. The generator wants `ruff` on `PATH`. */
function serverVariables(python: string, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: [dirname(python), process.env["PATH"] ?? ""].join(delimiter),
    HOME: join(folder, "home"),
    TMPDIR: join(folder, "temporary"),
    PYTHONDONTWRITEBYTECODE: "1",
  };
}
