import type { CommandModule } from "yargs";
import type { MockRequest } from "../mock/http/serve.js";
import { exitError, exitFine } from "./exit-codes.js";
import { onlyPath } from "./paths.js";
import { type SourceArguments, sourcesOf, withSourceOptions } from "./source-options.js";
import { UsageError } from "./usage-error.js";

type MockArguments = SourceArguments & {
  source: string | undefined;
  port: number;
  answer: string | undefined;
  seed: number;
};

/** `typed-chains mock <source> [--port n]` */
export function mockCommand(finish: (exitCode: number) => void): CommandModule<object, MockArguments> {
  return {
    command: "mock [source]",
    describe: "Serve a local stand-in for a deployed chain, until it is stopped",
    builder: (command) =>
      withSourceOptions(command)
        .positional("source", { type: "string", describe: "A Python file or a JSON document" })
        .options({
          port: { type: "number", default: 0, requiresArg: true, describe: "The port on 127.0.0.1; 0 is any free one" },
          answer: {
            type: "string",
            requiresArg: true,
            describe: "A JSON file that every call answers, instead of samples; of a stream, its parts",
          },
          seed: { type: "number", default: 1, requiresArg: true, describe: "Chooses the samples" },
        })
        .example("$0 mock chain.py --port 8080", "answers with samples of the chain's result")
        .example("$0 mock chain.py --answer answer.json", "answers with what the file says"),
    handler: async (given) => finish(await mock(onlyPath(given.source, given), given)),
  };
}

async function mock(paths: readonly string[], given: MockArguments): Promise<number> {
  if (!Number.isInteger(given.port) || given.port < 0 || given.port > 65_535) {
    throw new UsageError("--port is a number from 0 to 65535.");
  }
  if (!Number.isSafeInteger(given.seed)) throw new UsageError("--seed is a whole number.");
  const [{ readOneChain }, { readAnswer }, { report }, { diskHost }] = await Promise.all([
    import("./read-one-chain.js"),
    import("./read-answer.js"),
    import("./report.js"),
    import("../read/hosts/disk-host.js"),
  ]);
  const { signature } = await readOneChain(sourcesOf(paths, given));
  if (signature === undefined) return exitError;
  const host = diskHost(process.cwd());
  const answer = given.answer === undefined ? undefined : readAnswer(host, given.answer);
  if (answer !== undefined && !answer.ok) return report([answer.diagnostic], host);
  const { startMock } = await import("../mock/mock-server.js");
  const fixed = answer === undefined ? {} : { answer: answer.json.value };
  const start = await startMock({ signature, seed: given.seed, onRequest: log, ...fixed }, given.port);
  if (!start.ok) return report(start.diagnostics, host);
  // Listened for before the address is known, so that whoever stops it at once is heard.
  const stopped = stopSignal();
  process.stdout.write(`${signature.name} is served at ${start.server.url} (Ctrl-C stops it)\n`);
  await stopped;
  await start.server.close();
  return exitFine;
}

function log({ method, target, status, milliseconds }: MockRequest): void {
  process.stderr.write(`${method} ${target} ${status} ${milliseconds.toFixed(0)} ms\n`);
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
