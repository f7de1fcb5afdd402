import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { inject } from "vitest";
import { type ConsumerProject, createConsumerProject } from "./consumer-project.js";
import { workspaceFolder } from "./workspace.js";

/** The folder of the example. */
export const monorepoFolder: string = join(workspaceFolder, "examples", "monorepo");

/** A task as turbo tells of it. */
export interface TurboTask {
  /** Such as `@acme/quote#generate`. */
  readonly taskId: string;
  /** The script; `<NONEXISTENT>` where the package has none. */
  readonly command: string;
  readonly cache: { readonly status: "HIT" | "MISS"; readonly source?: "LOCAL" | "REMOTE" };
  /** The hashes of the files that it depends on, by their paths from the package's folder. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What it has written, by paths from the root. */
  readonly expandedOutputs?: readonly string[];
}

/** How a run of turbo ended. */
export interface TurboRun {
  readonly code: number | null;
  readonly output: string;
  readonly tasks: readonly TurboTask[];
}

const quiet = {
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  TURBO_RUN_SUMMARY: "true",
};
const author = ["-c", "user.name=A", "-c", "user.email=a@example.com"];

/** Lays the example outside of this workspace as a repository of its own, and installs the packed packages in it. */
export async function createCheckout(): Promise<ConsumerProject> {
  const checkout = createConsumerProject({}, quiet);
  try {
    cpSync(monorepoFolder, checkout.folder, { recursive: true });
    await checkout.run("git", "init", "--quiet", "--initial-branch=main");
    // What somebody has made in the example itself is no part of it.
    await checkout.run("git", "clean", "-Xdfq");
    await lock(checkout);
    await commit(checkout);
    await checkout.run("npm", "ci", "--no-audit", "--no-fund");
    return checkout;
  } catch (problem) {
    checkout.remove();
    throw problem;
  }
}

/**
 * Writes the lock that the example would have if the packages were on a registry: the clients depend on them, the root
 * does not. The tarballs are files of the repository, so that the lock names them the same everywhere.
 */
async function lock(checkout: ConsumerProject): Promise<void> {
  const pathOf = (name: string): string => join(checkout.folder, name);
  const manifest = readFileSync(pathOf("package.json"), "utf8");
  copyFileSync(
    join(workspaceFolder, "tests", "reach", "monorepo-tools", "package-lock.json"),
    pathOf("package-lock.json"),
  );
  mkdirSync(pathOf("vendor"));
  const { runtime, codegen } = inject("packages");
  const tarballs = [runtime, codegen].map((tarball) => {
    copyFileSync(tarball, pathOf(`vendor/${basename(tarball)}`));
    return `./vendor/${basename(tarball)}`;
  });
  await checkout.run("npm", "install", "--no-audit", "--no-fund", "--package-lock-only", "--save-dev", ...tarballs);
  checkout.write("package.json", manifest);
  const { devDependencies } = JSON.parse(manifest) as RootPackage;
  const written = JSON.parse(readFileSync(pathOf("package-lock.json"), "utf8")) as PackageLock;
  const packages = { ...written.packages, "": { ...written.packages[""], devDependencies } };
  checkout.write("package-lock.json", JSON.stringify({ ...written, packages }, undefined, 2));
}

interface RootPackage {
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface PackageLock {
  /** By their folders; `""` is the root. */
  readonly packages: Readonly<Record<string, object>>;
}

/** Clones a repository into a folder of its own. Nothing is installed in it yet. */
export async function cloneCheckout(
  origin: ConsumerProject,
  variables: Readonly<Record<string, string>>,
): Promise<ConsumerProject> {
  const clone = createConsumerProject({}, { ...quiet, ...variables });
  await clone.run("git", "clone", "--quiet", origin.folder, ".");
  return clone;
}

/** Commits whatever is new. */
export async function commit(checkout: ConsumerProject): Promise<void> {
  await checkout.run("git", "add", "--all");
  await checkout.run("git", ...author, "commit", "--quiet", "--message", "Change");
}

/** Removes everything that turbo and its tasks have written, and leaves what is installed. */
export async function cleanCheckout(checkout: ConsumerProject): Promise<void> {
  await checkout.run("git", "clean", "-Xdfq", "clients", "apps", ".turbo");
}

/** Runs tasks, whatever comes of them. */
export async function runTurbo(checkout: ConsumerProject, ...args: readonly string[]): Promise<TurboRun> {
  const { code, stdout, stderr } = await checkout.attempt("npx", "--no", "--", "turbo", "run", ...args);
  return { code, output: stdout + stderr, tasks: takeTasks(checkout) };
}

/** Asks what a task would do in the packages that have it. */
export async function planTurbo(checkout: ConsumerProject, task: string): Promise<readonly TurboTask[]> {
  const printed = await checkout.run("npx", "--no", "--", "turbo", "run", task, "--dry=json");
  const { tasks } = JSON.parse(printed) as { readonly tasks: readonly TurboTask[] };
  return tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}

/** The tasks of all runs since they were last taken. */
export function takeTasks(checkout: ConsumerProject): readonly TurboTask[] {
  const folder = join(checkout.folder, ".turbo", "runs");
  const summaries = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  rmSync(folder, { recursive: true });
  return summaries.flatMap((text) => (JSON.parse(text) as { readonly tasks: readonly TurboTask[] }).tasks);
}

/** The names of the tasks that came from the cache, or of those that did not, sorted. */
export function tasksThat(status: "HIT" | "MISS", tasks: readonly TurboTask[]): readonly string[] {
  return tasks.flatMap(({ taskId, cache }) => (cache.status === status ? [taskId] : [])).sort();
}
