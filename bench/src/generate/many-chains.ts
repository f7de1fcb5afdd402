import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../measure/contest.js";
import { interleave, type Way } from "../measure/interleave.js";
import { type Estimate, median, ratioOfMedians } from "../measure/statistics.js";
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

const larger = [300, 1000] as const;
const counts = [1, 100, ...larger] as const;

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
    // What a run takes before its first chain does not count.
    const start = median(timesOf(1));
    const perChain = (count: number): readonly number[] => timesOf(count).map((time) => (time - start) / (count - 1));
    const peakOf = (count: number): number => generate(folder, writeChains(folder, count), peakMemoryOf);
    const peakOfHundred = peakOf(100);
    return [
      {
        title: `${title}: one of 300 changed`,
        measure: "time",
        peer: "all 300",
        ratio: ratioOfMedians(times.get("changed") ?? [], timesOf(300)),
        goal: { atMost: 0.3 },
      },
      ...larger.map((count) => ofHundred("time", count, ratioOfMedians(perChain(count), perChain(100)))),
      ...larger.map((count) => ofHundred("memory", count, certain(peakOf(count) / peakOfHundred))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a number of chains takes, against 100: it should be the same for each chain, and in memory altogether. */
function ofHundred(measure: "time" | "memory", count: number, ratio: Estimate): Outcome {
  const what = measure === "time" ? "time per chain" : "peak memory";
  return { title: `${title}: ${what}, ${count}`, measure, peer: "of 100", ratio, goal: { atMost: 1.1 } };
}

/** What was measured once, and does not vary from round to round. */
function certain(value: number): Estimate {
  return { value, low: value, high: value };
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
