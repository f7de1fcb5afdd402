import { runCommandLine } from "./cli/run.js";
import { endWithStdout } from "./cli/stdout.js";

endWithStdout(process);
process.exitCode = await runCommandLine(process.argv.slice(2));
