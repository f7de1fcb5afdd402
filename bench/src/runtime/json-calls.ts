import { type ChainDescriptor, invoke } from "@typed-chains/runtime";
import type { Contest } from "../measure/contest.js";
import { paragraphs } from "./payloads.js";
import type { BenchServer } from "./start-server.js";

const apiKey = "the-key-of-the-bench";

/** One call after the other, against what one writes by hand. */
export function jsonCalls(server: BenchServer): readonly Contest[] {
  return [
    contest("a JSON call, short", server.at("short"), { names: ["Ada", "Grace"] }, 4000),
    contest("a JSON call, 100 kB each way", server.at("long"), { paragraphs: paragraphs(500) }, 600),
  ];
}

function contest(title: string, baseUrl: string, input: object, rounds: number): Contest {
  const chain: ChainDescriptor<object, unknown> = { name: "Bench", transport: "json" };
  const ours = (): Promise<unknown> => invoke(chain, input, { baseUrl, apiKey });
  const way = (): Promise<unknown> => byHand(`${baseUrl}/production/run_remote`, input);
  const peers = { "fetch by hand": { way, goal: { atMost: 1.05 } } };
  return { title, measure: "time", ours, peers, rounds, warmUpRounds: rounds / 4 };
}

async function byHand(url: string, input: object): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Api-Key ${apiKey}` },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(1_200_000),
  });
  return response.json();
}
