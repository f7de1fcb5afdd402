import { type ChainMemory, processMemory } from "../run/chain-memory.js";
import type { RunResult } from "../run/run-result.js";

/** What a process knows that generates again and again. */
export interface WatchSession {
  readonly chains: ChainMemory;
  /** Of these results, those that have something to tell that was not told yet. */
  news(results: readonly RunResult[]): readonly RunResult[];
  /** Whether what keeps everything from being generated is something else than the last time. */
  isNews(problem: unknown): boolean;
}

export function watchSession(): WatchSession {
  const told = new Map<string, string>();
  let lastProblem: string | undefined;
  return {
    chains: processMemory(),
    isNews(problem) {
      const text = JSON.stringify(problem);
      const isNews = text !== lastProblem;
      lastProblem = text;
      // What is as before afterwards is worth telling.
      if (isNews) told.clear();
      return isNews;
    },
    news(results) {
      lastProblem = undefined;
      return results.filter(({ out, changes, diagnostics }) => {
        const text = JSON.stringify(diagnostics);
        const isNews = told.get(out) !== text || changes.some(({ status }) => status !== "unchanged");
        told.set(out, text);
        return isNews;
      });
    },
  };
}
