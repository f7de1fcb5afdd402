import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../measure/contest.js";
import { interleave, type Way } from "../measure/interleave.js";
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

/**
 * One process for 100, 300 and 1,000 chains: the time that each takes beyond the first, and the most memory. And what it takes
 * where one of 300 has changed since.
 */
export async function manyChains(rounds: number): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-many-"));
  try {
    const ways = counts.map(
      (count) => [String(count), () => generate(folder, writeChains(folder, count), runNode)] as const,
    );
    const changed = changedChain(join(folder, "changed"), 300);
    const times = await interleave(new Map<string, Way>([...ways, ["changed", changed]]), rounds);
    const timesOf = (count: number): readonly number[] => times.get(String(count)) ?? [];
    // What a run takes before its first chain is none of it.
    const start = median(timesOf(1));
    const perChain = (count: number): readonly number[] => timesOf(count).map((time) => (time - start) / (count - 1));
    const peaks = new Map(counts.map((count) => [count, generate(folder, writeChains(folder, count), peakMemoryOf)]));
    return [
      {
        title: `${title}: one of 300 changed`,
        measure: "time",
        peer: "all 300",
        ratio: ratioOfMedians(times.get("changed") ?? [], timesOf(300)),
        goal: { atMost: 0.3 },
      },
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

/** Makes a project of chains that were generated before, and gives what changes one of them and generates again. */
function changedChain(folder: string, count: number): Way {
  // Beside the chains, it is remembered what was generated.
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const chains = writeChains(folder, count);
  const args = [typedChains, "generate", ...chains, "--out", "out"];
  runNode(args, folder);
  const path = join(folder, chains[0] ?? "");
  const text = readFileSync(path, "utf8");
  let round = 0;
  return () => {
    round += 1;
    writeFileSync(
      path,
      text.replace(entrypoint, (marked) => `${marked}Changed${round}`),
    );
    return runNode(args, folder);
  };
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
