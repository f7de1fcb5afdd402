import { interleave, type Way } from "./interleave.js";
import { type Estimate, ratioOfMedians } from "./statistics.js";

/** What a ratio should be. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** Somebody else's way to do the same. */
export interface Peer {
  readonly way: Way;
  /** Left out, the ratio is told and nothing is expected of it. */
  readonly goal?: Goal;
}

/** Our way to do something, and others' ways to do the same. */
export interface Contest {
  readonly title: string;
  /** Whether the ratio is of the times that both take, where less is better, or of the work done in a time. */
  readonly measure: "time" | "throughput";
  readonly ours: Way;
  readonly peers: Readonly<Record<string, Peer>>;
  readonly rounds: number;
  /** Rounds that are not counted, before the others: for the compiler, and for connections. */
  readonly warmUpRounds: number;
}

/** How we compare with one of the peers. */
export interface Outcome {
  readonly title: string;
  readonly measure: Contest["measure"] | "memory";
  readonly peer: string;
  readonly ratio: Estimate;
  readonly goal: Goal | undefined;
}

/** Runs a contest: all ways in turns, in the same run. */
export async function run({ title, measure, ours, peers, rounds, warmUpRounds }: Contest): Promise<readonly Outcome[]> {
  const others = Object.entries(peers);
  const ways = new Map([["", ours], ...others.map(([name, { way }]) => [name, way] as const)]);
  await interleave(ways, warmUpRounds);
  const times = await interleave(ways, rounds);
  const timesOf = (name: string): readonly number[] => times.get(name) ?? [];
  return others.map(([peer, { goal }]) => {
    const pair = [timesOf(""), timesOf(peer)] as const;
    const [above, below] = measure === "time" ? pair : [pair[1], pair[0]];
    return { title, measure, peer, ratio: ratioOfMedians(above, below), goal };
  });
}

/** What an outcome says of its goal. A goal within the interval is neither met nor missed for certain. */
export function verdict({ ratio, goal }: Outcome): "" | "met" | "missed" | "unsure" {
  if (goal === undefined) return "";
  const [isMet, isMissed] =
    "atMost" in goal
      ? [ratio.high <= goal.atMost, ratio.low > goal.atMost]
      : [ratio.low >= goal.atLeast, ratio.high < goal.atLeast];
  if (isMet) return "met";
  return isMissed ? "missed" : "unsure";
}
