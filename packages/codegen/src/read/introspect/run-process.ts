import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "../../error-code.js";

/** How a process went. */
export type ProcessRun =
  | { readonly kind: "not-started"; readonly reason: string; readonly isMissing: boolean }
  | { readonly kind: "timed-out"; readonly output: string }
  | { readonly kind: "ended"; readonly how: string; readonly output: string };

/** What a process may use. */
export interface ProcessLimits {
  readonly variables: NodeJS.ProcessEnv;
  /** In milliseconds. */
  readonly timeoutMs: number;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/** How much of a process's output is kept: its end. In UTF-16 units. */
const keptOutput = 64 * 1024;

/** How long the output may stay open after the process has ended, where something it started holds on to it. */
const outputGraceMs = 500;

/**
 * Runs a program without a shell and without input, and waits for its end. With it end all processes that it started.
 * It never rejects for what the program does.
 */
export async function runProcess(
  program: string,
  words: readonly string[],
  limits: ProcessLimits,
): Promise<ProcessRun> {
  const started = start(program, words, limits.variables);
  if (!started.ok) return notStarted(started.problem);
  const { child } = started;
  const output = collectOutput(child);
  const done = new AbortController();
  limits.signal.addEventListener("abort", () => endGroup(child), { signal: done.signal });
  try {
    const late = wait(limits.timeoutMs, { kind: "timed-out" } as const, { signal: done.signal });
    const end = await Promise.race([endOf(child), late]);
    endGroup(child);
    if (end.kind === "not-started") return end;
    await Promise.race([output.closed, wait(outputGraceMs, undefined, { signal: done.signal })]);
    return { ...end, output: output.text() };
  } finally {
    done.abort();
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

type Start = { readonly ok: true; readonly child: ChildProcess } | { readonly ok: false; readonly problem: unknown };

function start(program: string, words: readonly string[], variables: NodeJS.ProcessEnv): Start {
  try {
    // A process that leads a group of its own can be ended with all that it started.
    const detached = !isWindows();
    return { ok: true, child: spawn(program, words, { env: variables, stdio: ["ignore", "pipe", "pipe"], detached }) };
  } catch (problem) {
    return { ok: false, problem };
  }
}

type NotStarted = Extract<ProcessRun, { readonly kind: "not-started" }>;

function notStarted(problem: unknown): NotStarted {
  const code = errorCode(problem);
  return { kind: "not-started", reason: code, isMissing: code === "ENOENT" };
}

type ProcessEnd = NotStarted | { readonly kind: "ended"; readonly how: string };

async function endOf(child: ChildProcess): Promise<ProcessEnd> {
  return await new Promise((resolve) => {
    child.once("error", (problem) => resolve(notStarted(problem)));
    child.once("exit", (code, signal) => {
      resolve({ kind: "ended", how: signal === null ? `exit code ${code ?? 0}` : `signal ${signal}` });
    });
  });
}

function collectOutput(child: ChildProcess): { readonly closed: Promise<void>; text(): string } {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (chunk: string) => {
      text = (text + chunk).slice(-keptOutput);
    });
  }
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return { closed, text: () => text };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows()) child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
}

function isWindows(): boolean {
  return process.platform === "win32";
}
