import { type Observation, stillHolds } from "../read/hosts/recording-host.js";
import type { SourceHost } from "../read/source-host.js";

/** Tells whether observations still hold. Each question is asked once: chains share modules, so that they share questions. */
export function stillHolding(host: SourceHost): (observation: Observation) => boolean {
  const known = new Map<string, boolean>();
  return (observation) => {
    const key = JSON.stringify(observation);
    const answer = known.get(key) ?? stillHolds(host, observation);
    known.set(key, answer);
    return answer;
  };
}
