import { ConfigError } from "../../config/config-error.js";
import { error } from "../../diagnostics/diagnostic.js";
import type { UsageError } from "../../usage-error.js";
import { optionWords } from "./command-text.js";
import { exitUsage } from "./exit-codes.js";
import { failureJson } from "./failure-json.js";

/**
 * Shows why a command line or its config cannot be used, and gives the exit code. Who asks for JSON always gets some.
 *
 * @param argv - the command line as it was typed: it may be one that could not be read.
 * @param startedAt - when it began, by `Date.now()`.
 */
export async function showFailure(cause: UsageError, argv: readonly string[], startedAt: number): Promise<number> {
  if (asksForJson(argv)) {
    const ofClients = argv.includes("generate") ? { files: [], clients: [] } : {};
    const diagnostics = cause instanceof ConfigError ? await cause.diagnostics() : [error("TC607", cause.message)];
    process.stdout.write(failureJson(diagnostics, startedAt, ofClients));
  } else {
    await tellFailure(cause, "\nSee typed-chains --help, or the --help of a command.\n");
  }
  return exitUsage;
}

/** Tells it on stderr: of a config, each mistake with its place. */
export async function tellFailure(cause: UsageError, hint = ""): Promise<void> {
  if (!(cause instanceof ConfigError)) {
    process.stderr.write(`${cause.message}\n${hint}`);
    return;
  }
  const [{ report }, { diskHost }] = await Promise.all([
    import("./report.js"),
    import("../../read/hosts/disk-host.js"),
  ]);
  report(await cause.diagnostics(), diskHost(process.cwd()));
}

function asksForJson(argv: readonly string[]): boolean {
  return optionWords(argv).some((word, index, options) => {
    return word === "--json=true" || (word === "--json" && options[index + 1] !== "false");
  });
}
