import { readFileSync } from "node:fs";
import { endProcess, watchOutput } from "./cli/output/output.js";
import { runCommandLine } from "./cli/run.js";
import { sha256 } from "./hash.js";

watchOutput(process);
// The built command names its parts by their hashes: its own stands for all of them.
const generator = sha256(readFileSync(new URL(import.meta.url)));
endProcess(process, await runCommandLine(process.argv.slice(2), generator));
