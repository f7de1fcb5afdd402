// npm run bench [-- runtime|generate] [-- --strict]: see README.md.
import { parseArgs } from "node:util";
import { manyChains } from "./generate/many-chains.js";
import { oneChain } from "./generate/one-chain.js";
import { makeWorkspace } from "./generate/workspace.js";
import { type Contest, type Outcome, run, verdict } from "./measure/contest.js";
import { installPeers, type Peers } from "./peers.js";
import { heading, outcomeLine } from "./report.js";
import { jsonCalls } from "./runtime/json-calls.js";
import { manyCalls } from "./runtime/many-calls.js";
import { numpyCalls } from "./runtime/numpy-calls.js";
import { startServer } from "./runtime/start-server.js";
import { streams } from "./runtime/streams.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { strict: { type: "boolean" } } });
const isWanted = (part: "runtime" | "generate"): boolean => positionals.length === 0 || positionals.includes(part);

const outcomes: Outcome[] = [];

function tell(outcome: Outcome): void {
  outcomes.push(outcome);
  process.stdout.write(outcomeLine(outcome));
}

async function runAll(contests: readonly Contest[]): Promise<void> {
  for (const contest of contests) for (const outcome of await run(contest)) tell(outcome);
}

/** Gives whether all is well that does not depend on time. */
async function benchRuntime(peers: Peers): Promise<boolean> {
  const server = await startServer();
  try {
    const { text, isFine } = await manyCalls(server);
    process.stdout.write(`${text}: ${isFine ? "met" : "missed"}\n`);
    await runAll([...jsonCalls(server), ...streams(server), ...(await numpyCalls(peers))]);
    return isFine;
  } finally {
    server.stop();
  }
}

async function benchGenerate(peers: Peers): Promise<void> {
  const workspace = makeWorkspace();
  try {
    await runAll(oneChain(peers, workspace));
    for (const outcome of await manyChains(3)) tell(outcome);
  } finally {
    workspace.remove();
  }
}

const peers = installPeers();
process.stdout.write(heading);
const isWhole = !isWanted("runtime") || (await benchRuntime(peers));
if (isWanted("generate")) await benchGenerate(peers);
const isFast = outcomes.every((outcome) => verdict(outcome) !== "missed");
process.exitCode = isWhole && (isFast || values.strict !== true) ? 0 : 1;
