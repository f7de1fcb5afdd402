import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How much of what a failed process has printed is shown, in characters. */
const longestReason = 2000;

/** Runs a command line of Node to its end, and gives what it printed. */
export function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(`node ${args.slice(0, 8).join(" ")} failed:\n${`${stderr}${stdout}`.slice(0, longestReason)}`);
  }
  return stdout;
}

/** Writes the most memory that a process has had, in KiB, when it ends. */
const reporter = `import { writeFileSync } from "node:fs";
process.once("exit", () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));`;

/** Runs a command line of Node and gives the most memory that it had, in MiB. */
export function peakMemoryOf(args: readonly string[], cwd: string): number {
  const folder = mkdtempSync(join(tmpdir(), "bench-peak-"));
  try {
    const file = join(folder, "peak");
    const preload = `--import=data:text/javascript,${encodeURIComponent(reporter)}`;
    runNode([preload, ...args], cwd, { BENCH_PEAK: file });
    return Number(readFileSync(file, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
