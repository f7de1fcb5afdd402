import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../measure/contest.js";
import { interleave } from "../measure/interleave.js";
import { median, ratioOfMedians } from "../measure/statistics.js";
import { rootFolder } from "../root-folder.js";
import { typedChains } from "./command-line.js";
import { peakMemoryOf, runNode } from "./process-run.js";

/** Fixtures of one file each. Every number of chains below is a multiple of how many these are, so that the mix is the same. */
const models = [
  "documented-chain",
  "hello",
  "large-chain",
  "list-fields",
  "nested-models",
  "optional-fields",
  "scalar-types",
  "tagged-union",
  "text-stream",
  "tuple-output",
];

const counts = [1, 100, 300, 1000] as const;

const title = "generate, many chains";

/** One process for 100, 300 and 1,000 chains: the time that each takes beyond the first, and the most memory. */
export async function manyChains(rounds: number): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-many-"));
  try {
    const ways = counts.map(
      (count) => [String(count), () => generate(folder, writeChains(folder, count), runNode)] as const,
    );
    const times = await interleave(new Map(ways), rounds);
    const timesOf = (count: number): readonly number[] => times.get(String(count)) ?? [];
    // What a run takes before its first chain is none of it.
    const start = median(timesOf(1));
    const perChain = (count: number): readonly number[] => timesOf(count).map((time) => (time - start) / (count - 1));
    const peaks = new Map(counts.map((count) => [count, generate(folder, writeChains(folder, count), peakMemoryOf)]));
    return [
      ...([300, 1000] as const).map((count): Outcome => {
        const ratio = ratioOfMedians(perChain(count), perChain(100));
        return {
          title: `${title}: time per chain, ${count}`,
          measure: "time",
          peer: "of 100",
          ratio,
          goal: { atMost: 1.1 },
        };
      }),
      ...([300, 1000] as const).map((count): Outcome => {
        const value = (peaks.get(count) ?? Number.NaN) / (peaks.get(100) ?? Number.NaN);
        const ratio = { value, low: value, high: value };
        return {
          title: `${title}: peak memory, ${count}`,
          measure: "memory",
          peer: "of 100",
          ratio,
          goal: { atMost: 1.1 },
        };
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes chains whose classes differ by a number, and gives their paths. */
function writeChains(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length] ?? "hello";
    const text = readFileSync(join(rootFolder, "fixtures", model, "chain.py"), "utf8");
    const path = `chain${index}.py`;
    writeFileSync(
      join(folder, path),
      text.replace(entrypoint, (marked) => `${marked}${index}`),
    );
    return path;
  });
}

/** The name of the class that is marked, up to its base. */
const entrypoint = /(?<=mark_entrypoint.*\s+class )\w+/;

function generate<Result>(
  folder: string,
  chains: readonly string[],
  run: (args: readonly string[], cwd: string) => Result,
): Result {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  return run([typedChains, "generate", ...chains, "--out", "out"], folder);
}
