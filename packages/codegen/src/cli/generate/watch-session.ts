import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type ChainMemory, processMemory } from "../../run/chain-memory.js";
import type { RunResult } from "../../run/run-result.js";

/** What a process knows that generates again and again: above all what it has told. */
export interface WatchSession {
  readonly chains: ChainMemory;
  /** Of these results, those that have something to tell that was not told yet. */
  news(results: readonly RunResult[]): readonly RunResult[];
  /** Of what is said of the config, what was not said the last time. */
  newProblems(problems: readonly Diagnostic[]): readonly Diagnostic[];
  /** Whether what keeps everything from being generated is something else than the last time. */
  isNews(problem: unknown): boolean;
  /** Whether there was anything to tell since this was asked the last time. */
  endTurn(): boolean;
}

export function watchSession(): WatchSession {
  const told = new Map<string, string>();
  let toldOfConfig: ReadonlySet<string> = new Set();
  let lastProblem: string | undefined;
  let hasTold = false;
  return {
    chains: processMemory(),
    isNews(problem) {
      const text = JSON.stringify(problem);
      const isNews = text !== lastProblem;
      lastProblem = text;
      // What is as before afterwards is worth telling.
      if (isNews) told.clear();
      hasTold ||= isNews;
      return isNews;
    },
    newProblems(problems) {
      const texts = problems.map((problem) => JSON.stringify(problem));
      const found = problems.filter((_, index) => !toldOfConfig.has(texts[index] ?? ""));
      toldOfConfig = new Set(texts);
      hasTold ||= found.length > 0;
      return found;
    },
    news(results) {
      lastProblem = undefined;
      const found = results.filter(({ out, changes, diagnostics }) => {
        const text = JSON.stringify(diagnostics);
        const isNews = told.get(out) !== text || changes.some(({ status }) => status !== "unchanged");
        told.set(out, text);
        return isNews;
      });
      hasTold ||= found.length > 0;
      return found;
    },
    endTurn() {
      const before = hasTold;
      hasTold = false;
      return before;
    },
  };
}
