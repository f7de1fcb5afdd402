import type { ReadingMemory } from "../run/remembered-readings.js";
import type { RunResult } from "../run/run-result.js";

/** What a process knows that generates again and again. */
export interface WatchSession {
  readonly readings: ReadingMemory;
  /** Of these results, those that have something to tell that was not told yet. */
  news(results: readonly RunResult[]): readonly RunResult[];
}

export function watchSession(): WatchSession {
  const told = new Map<string, string>();
  return {
    readings: new Map(),
    news(results) {
      return results.filter(({ out, changes, diagnostics }) => {
        const text = JSON.stringify(diagnostics);
        const isNews = told.get(out) !== text || changes.some(({ status }) => status !== "unchanged");
        told.set(out, text);
        return isNews;
      });
    },
  };
}
