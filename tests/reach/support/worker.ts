import { join } from "node:path";
import type { ServerProcess } from "../../support/server-process.js";
import type { ConsumerProject } from "./consumer-project.js";
import { printedText } from "./printed-text.js";

const config = (script: string): string => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "${script}")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** Serves a worker of one script, a path in the project, with workerd, the runtime of Cloudflare Workers. */
export async function startWorker(
  project: ConsumerProject,
  tools: string,
  script: string,
): Promise<{ readonly url: string; readonly server: ServerProcess }> {
  project.write("worker.capnp", config(script));
  const workerd = join(tools, "workerd", "bin", "workerd");
  const server = await project.serve(process.execPath, workerd, "serve", "worker.capnp", "--control-fd=1");
  const port = await printedText(server, /"event":"listen","socket":"http","port":(\d+)/);
  return { url: `http://127.0.0.1:${port}/`, server };
}
