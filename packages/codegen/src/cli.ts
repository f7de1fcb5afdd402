import { readFileSync } from "node:fs";
import { runCommandLine } from "./cli/run.js";
import { endWithStdout } from "./cli/stdout.js";
import { sha256 } from "./hash.js";

endWithStdout(process);
// The built command names its parts by their hashes: its own stands for all of them.
const generator = sha256(readFileSync(new URL(import.meta.url)));
process.exitCode = await runCommandLine(process.argv.slice(2), generator);
