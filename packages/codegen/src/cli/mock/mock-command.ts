import type { CommandModule } from "yargs";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { faultNames } from "../../mock/faults/mock-fault.js";
import { faultHeader } from "../../mock/faults/spoiler.js";
import type { MockRequest } from "../../mock/http/request-line.js";
import { mockWebhookSecret } from "../../mock/mock-options.js";
import type { MockServer } from "../../mock/mock-server.js";
import type { ChainSignature, Transport } from "../../signature.js";
import { UsageError } from "../../usage-error.js";
import type { Choose } from "../options/chosen-command.js";
import { onlyPath } from "../options/paths.js";
import { type SourceArguments, withSourceOptions } from "../options/source-options.js";
import { exitFine } from "../output/exit-codes.js";
import { stopSignal } from "../stop-signal.js";
import { readFault } from "./read-fault.js";

type MockArguments = SourceArguments & {
  source: string | undefined;
  port: number;
  answer: string | undefined;
  seed: number;
  "webhook-secret": string;
  fault: string | undefined;
};

/** `typed-chains mock <source> [--port n]` */
export function mockCommand(choose: Choose): CommandModule<object, MockArguments> {
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
            describe:
              "A JSON file with the answer to every call, instead of samples; for a stream, its parts; for a websocket, its messages",
          },
          seed: { type: "number", default: 1, requiresArg: true, describe: "Chooses the samples" },
          "webhook-secret": {
            type: "string",
            default: mockWebhookSecret,
            requiresArg: true,
            describe: 'Signs the webhooks of queued calls; "" signs none',
          },
          fault: {
            type: "string",
            requiresArg: true,
            describe: "What goes wrong with every call, or with the first two if it ends in :2",
          },
        })
        .example("$0 mock chain.py --port 8080", "answers with samples of the chain's result")
        .example("$0 mock chain.py --answer answer.json", "answers with what the file says")
        .example("$0 mock chain.py --fault 429:2", "is too busy for the first two calls")
        .epilogue(
          `Call it with any key: invokeX(…, { baseUrl: "http://127.0.0.1:8080", apiKey: "anything" }).
Queued calls POST to their real webhookEndpoint.

Faults: ${faultNames.join(", ")}, and every status from 400 to 599.
A request can ask for one with the header ${faultHeader}.`,
        ),
    handler: (given) => choose(async () => await mock(onlyPath(given.source, given), given)),
  };
}

async function mock(paths: readonly string[], given: MockArguments): Promise<number> {
  checkNumbers(given);
  const fault = given.fault === undefined ? {} : { fault: readFault(given.fault) };
  const [{ readOneChain }, { readAnswer }, { report }, { diskHost }, { startMock }] = await Promise.all([
    import("../read-one-chain.js"),
    import("./read-answer.js"),
    import("../output/report.js"),
    import("../../read/hosts/disk-host.js"),
    import("../../mock/mock-server.js"),
  ]);
  const { signature, exitCode, ...read } = await readOneChain(paths, given, { documentedResult: true });
  if (signature === undefined) return exitCode;
  const host = diskHost(process.cwd());
  const answer = given.answer === undefined ? undefined : readAnswer(host, given.answer);
  if (answer !== undefined && !answer.ok) return report([answer.diagnostic], host);
  const fixed = answer === undefined ? {} : { answer: answer.json.value };
  const { seed, "webhook-secret": webhookSecret } = given;
  const options = { signature, ...read, seed, webhookSecret, onRequest: log, ...fixed, ...fault };
  const start = await startMock(options, given.port);
  if (start.ok) return await serve(start.server, signature, webhookSecret);
  const problems = start.diagnostics.map((diagnostic) => atAnswer(diagnostic, given.answer));
  return report(problems, host);
}

function checkNumbers({ port, seed }: MockArguments): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError("--port is a number from 0 to 65535.");
  if (!Number.isSafeInteger(seed)) throw new UsageError("--seed is a whole number.");
}

/** Tells where the mock is, and waits until it is stopped. */
async function serve(server: MockServer, { name, transport }: ChainSignature, webhookSecret: string): Promise<number> {
  // Listened for before the address is known, so that whoever stops it at once is heard.
  const stopped = stopSignal();
  process.stdout.write(`${name} is served at ${server.url} (Ctrl-C stops it)\n`);
  process.stderr.write(signingNote(transport, webhookSecret));
  await stopped;
  await server.close();
  return exitFine;
}

/** Names the file of an answer that does not fit: what serves it knows the value alone. */
function atAnswer(diagnostic: Diagnostic, file: string | undefined): Diagnostic {
  return diagnostic.code === "TC502" && file !== undefined ? { ...diagnostic, location: { file } } : diagnostic;
}

/** Says how webhooks are signed, without the secret of a user. A chain that streams has none. */
function signingNote(transport: Transport, secret: string): string {
  if (transport !== "json") return "";
  if (secret === "") return "Webhooks are not signed\n";
  const name = secret === mockWebhookSecret ? secret : "the secret of --webhook-secret";
  return `Webhooks are signed with ${name}\n`;
}

function log({ method, target, status, milliseconds, fault, reason }: MockRequest): void {
  const spoiled = fault === undefined ? "" : ` (fault: ${fault})`;
  const refused = reason === undefined ? "" : `: ${reason}`;
  process.stderr.write(`${method} ${target} ${status || "-"} ${milliseconds.toFixed(0)} ms${spoiled}${refused}\n`);
}
