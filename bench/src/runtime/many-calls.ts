import { setTimeout } from "node:timers/promises";
import { type ChainDescriptor, invoke } from "@typed-chains/runtime";
import type { BenchServer } from "./start-server.js";

const calls = 10_000;
/** The first ones are not looked at: they make connections and caches that stay. */
const callsBefore = 10_000;
const concurrency = 256;
/** How much more memory may be in use afterwards, in bytes: a hundred bytes a call are a leak. */
const mostGrowth = 1_000_000;

/** What became of many calls at once. None of it depends on time. */
export interface ManyCallsOutcome {
  readonly text: string;
  readonly isFine: boolean;
}

/** Makes 10,000 calls, 256 of them at a time, and compares each answer with what was sent. */
export async function manyCalls(server: BenchServer): Promise<ManyCallsOutcome> {
  const baseUrl = server.at("echo");
  await callMany(baseUrl, callsBefore);
  const start = await heapInUse();
  const lost = await callMany(baseUrl, calls);
  const growth = (await heapInUse()) - start;
  const [reason] = lost;
  return {
    text: [
      `10,000 calls at concurrency ${concurrency}: ${lost.length} lost`,
      ...(reason === undefined ? [] : [`the first by ${reason}`]),
      `${Math.round(growth / 1000)} kB more in use afterwards`,
    ].join(", "),
    isFine: lost.length === 0 && growth <= mostGrowth,
  };
}

/** Gives what came instead of each answer that did not. */
async function callMany(baseUrl: string, count: number): Promise<readonly string[]> {
  const chain: ChainDescriptor<{ call: number }, unknown> = { name: "Bench", transport: "json" };
  const lost: string[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) {
      const input = { call: next++ };
      const answer = await invoke(chain, input, { baseUrl, apiKey: "k" }).catch(String);
      if (JSON.stringify(answer) !== JSON.stringify(input)) lost.push(JSON.stringify(answer));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  return lost;
}

async function heapInUse(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error("Start the bench with node --expose-gc.");
  globalThis.gc();
  // What is freed by finalizers, as bodies of `fetch` are, is freed after the collection that found it.
  await setTimeout(1000);
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
