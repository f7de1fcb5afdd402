import { readFileSync } from "node:fs";
import { runCommandLine } from "./cli/run.js";
import { endWithStdout } from "./cli/stdout.js";
import { sha256 } from "./hash.js";

endWithStdout(process);
// The built command names its parts by their hashes: its own stands for all of them.
const generator = sha256(readFileSync(new URL(import.meta.url)));
const exitCode = await runCommandLine(process.argv.slice(2), generator);
// What is printed is waited for, and nothing else: a config may leave a timer or a server behind, which would never end.
process.stdout.write("", (cause) => {
  if (cause === null || cause === undefined) process.stderr.write("", () => process.exit(exitCode));
});
