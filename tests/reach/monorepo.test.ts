import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import type { ConsumerProject } from "./support/consumer-project.js";
import { startTurboCache, type TurboCache } from "./support/turbo-cache.js";
import {
  cleanCheckout,
  cloneCheckout,
  commit,
  createCheckout,
  monorepoFolder,
  planTurbo,
  runTurbo,
  type TurboTask,
  takeTasks,
  tasksThat,
} from "./support/turbo-checkout.js";
import { readWorkflow, type Workflow, type WorkflowJob } from "./support/workflow.js";
import { workspaceFolder } from "./support/workspace.js";

const names = ["delivery", "quote", "refund"];
const clients = names.map((name) => `@acme/${name}#generate`);
const apps = ["depot", "shop"].map((name) => `@acme/${name}#typecheck`);
const everything = [...clients, ...apps].sort();
const token = "token-of-the-test";

let checkout: ConsumerProject;
/** Another checkout, elsewhere: what a runner of the workflow has. */
let runner: ConsumerProject;
let cache: TurboCache;
let workflow: Workflow;

beforeAll(async () => {
  cache = await startTurboCache(token);
  workflow = readWorkflow(readFileSync(join(monorepoFolder, ".github", "workflows", "clients.yml"), "utf8"), {
    "vars.TURBO_API": cache.url,
    "vars.TURBO_TEAM": "acme",
    "secrets.TURBO_TOKEN": token,
    "secrets.TURBO_REMOTE_CACHE_SIGNATURE_KEY": "0123456789abcdef0123456789abcdef",
  });
  checkout = await createCheckout();
  runner = await cloneCheckout(checkout, workflow.variables);
  await runner.run("npm", "ci");
});

afterAll(() => {
  runner?.remove();
  checkout?.remove();
  cache?.close();
});

/** Runs all tasks, which succeed, in the checkout. */
async function runAll(): Promise<readonly TurboTask[]> {
  const { code, output, tasks } = await runTurbo(checkout, "generate", "typecheck");
  expect(code, output).toBe(0);
  return tasks;
}

/** The packages that turbo takes for changed since the last commit. */
async function affectedPackages(): Promise<readonly string[]> {
  const printed = await checkout.run("npx", "--no", "--", "turbo", "ls", "--affected", "--output=json");
  const { packages } = JSON.parse(printed) as { readonly packages: { readonly items: readonly { name: string }[] } };
  return packages.items.map(({ name }) => name).sort();
}

/** Replaces a text in a file of a checkout. */
function edit(project: ConsumerProject, path: string, before: string | RegExp, after: string): void {
  const file = join(project.folder, path);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(before);
  writeFileSync(file, text.replace(before, after));
}

describe("a checkout of the example", () => {
  afterEach(async () => {
    await checkout.run("git", "checkout", "--quiet", ".");
  });

  test("makes and checks everything by the command of the page, and changes no file that is committed", async () => {
    const page = readFileSync(join(workspaceFolder, "docs", "monorepo.md"), "utf8");
    const [command = ""] = fencedBlocks(page, "sh").flatMap(({ code }) => code.match(/^npx turbo run .*$/gm) ?? []);
    await checkout.run("sh", "-c", command);
    expect(tasksThat("MISS", takeTasks(checkout))).toStrictEqual(everything);
    expect(await checkout.run("git", "status", "--porcelain")).toBe("");
  });

  test("takes everything from the cache the second time", async () => {
    expect(tasksThat("HIT", await runAll())).toStrictEqual(everything);
  });

  test("gets outputs back that were deleted, the manifest too", async () => {
    const outputs = (await runAll()).flatMap(({ expandedOutputs = [] }) => expandedOutputs);
    const contents = (): readonly (string | undefined)[] => outputs.map((path) => textIn(checkout, path));
    const before = contents();
    expect(outputs).toEqual(
      expect.arrayContaining(["clients/quote/.typed-chains.json", "clients/quote/dist/quote.js"]),
    );
    await checkout.run("git", "clean", "-Xdfq", "clients");
    expect(contents()).not.toStrictEqual(before);
    expect(tasksThat("HIT", await runAll())).toStrictEqual(everything);
    expect(contents()).toStrictEqual(before);
    await checkout.run("npm", "run", "generate", "--workspace=@acme/quote", "--", "--check");
  });

  test.each([
    ["acme_money", ["@acme/quote#generate", "@acme/refund#generate", "@acme/shop#typecheck"]],
    [
      "acme_places",
      ["@acme/delivery#generate", "@acme/depot#typecheck", "@acme/quote#generate", "@acme/shop#typecheck"],
    ],
  ])("a change in %s misses for those that import it alone", async (module, missed) => {
    edit(checkout, `chains/shared/${module}/__init__.py`, /$/, "\n# Changed.\n");
    const tasks = await runAll();
    expect(tasksThat("MISS", tasks)).toStrictEqual(missed);
    expect(tasksThat("HIT", tasks)).toStrictEqual(everything.filter((task) => !missed.includes(task)));
  });

  test.each([
    ["a chain", "chains/checkout/quote/quote.py", /$/, "\n", ["@acme/quote#generate"]],
    ["a config", "clients/refund/typed-chains.config.json", "def456", "abc123", ["@acme/refund#generate"]],
    ["a package.json", "clients/refund/package.json", '"0.1.0"', '"0.2.0"', ["@acme/refund#generate"]],
    ["the generator in the lock", "package-lock.json", /(?<=\/codegen": \{\n +"version": ")0/, "1", clients],
    ["the compiler in the lock", "package-lock.json", /(?<=\/typescript": \{\n +"version": ")6/, "7", []],
  ])("a change of %s misses for the clients that are made from it", async (_, path, before, after, missed) => {
    edit(checkout, path, before, after);
    expect(tasksThat("MISS", await planTurbo(checkout, "generate"))).toStrictEqual(missed);
  });

  test.each(names)("the inputs of %s name all that it is made from, and all that may come", async (name) => {
    const page = readFileSync(join(workspaceFolder, "docs", "monorepo.md"), "utf8");
    const command = fencedBlocks(page, "sh").flatMap(({ code }) => code.match(/^npm run .* --json$/gm) ?? []);
    const printed = await checkout.run("sh", "-c", command.join("\n").replace("@acme/quote", `@acme/${name}`));
    const { clients: made } = JSON.parse(printed) as { readonly clients: readonly RunInputs[] };
    const { filesRead = [], filesMissing = [] } = made[0] ?? {};
    expect(filesMissing).not.toStrictEqual([]);
    for (const path of filesMissing) checkout.write(join("clients", name, path), "");
    const tasks = await planTurbo(checkout, "generate");
    await checkout.run("git", "clean", "-dfq", "chains");
    const { inputs = {} } = tasks.find(({ taskId }) => taskId === `@acme/${name}#generate`) ?? {};
    expect(filesRead).toContain("typed-chains.config.json");
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining([...filesRead, ...filesMissing]));
  });

  test("holds a client to a version by the commands of the page, and raises it", async () => {
    const page = readFileSync(join(workspaceFolder, "docs", "monorepo.md"), "utf8");
    const [check = "", bump = ""] = fencedBlocks(page, "sh").flatMap(
      ({ code }) => code.match(/^npm run .* git:.*$/gm)?.map((line) => line.replace("origin/main", "HEAD")) ?? [],
    );
    await checkout.run("git", "clean", "-Xdfq", "clients");
    await checkout.run("sh", "-c", check);
    edit(checkout, "chains/checkout/quote/quote.py", "destination: Place", "destination: Place, express: bool = False");
    const { code, stderr } = await checkout.attempt("sh", "-c", check);
    expect(code).not.toBe(0);
    expect(stderr.match(/TC4.*/g)).toStrictEqual([
      "TC408 @acme/quote has changed since git:HEAD: its version must be 0.1.1, not 0.1.0",
    ]);
    await checkout.run("sh", "-c", bump);
    await checkout.run("sh", "-c", bump);
    expect(textIn(checkout, "clients/quote/package.json")).toContain('"version": "0.1.1"');
    await checkout.run("sh", "-c", check);
  });

  test("turbo's --affected does not see Python, as the page says", async () => {
    edit(checkout, "chains/shared/acme_places/__init__.py", /$/, "\n");
    expect(await affectedPackages()).toStrictEqual([]);
    edit(checkout, "clients/delivery/package.json", /$/, "\n");
    expect(await affectedPackages()).toStrictEqual(["@acme/delivery", "@acme/depot"]);
  });

  test("a file that no output takes the place of stays, as the page says", async () => {
    checkout.write("clients/quote/dist/old.js", "");
    expect(tasksThat("HIT", await runAll())).toStrictEqual(everything);
    expect(textIn(checkout, "clients/quote/dist/old.js")).toBe("");
    await checkout.run("git", "clean", "-Xdf", "clients");
    expect(textIn(checkout, "clients/quote/dist/old.js")).toBeUndefined();
  });

  test("a change that breaks callers is an error of the compiler in the apps that are broken", async () => {
    edit(checkout, "chains/shared/acme_money/__init__.py", "amount: int", "cents: int");
    const { code, output, tasks } = await runTurbo(checkout, "generate", "typecheck", "--continue");
    expect(code).not.toBe(0);
    expect(output).toContain("src/main.ts(6,18): error TS2339: Property 'amount' does not exist on type 'Money'.");
    expect(tasksThat("HIT", tasks)).toStrictEqual(["@acme/delivery#generate", "@acme/depot#typecheck"]);
  });
});

test("a cache that was filled in one folder serves another, for nothing in it knows where it was made", async () => {
  await runAll();
  const folder = join(checkout.folder, ".turbo", "cache");
  const { tasks } = await runTurbo(runner, "generate", "typecheck", "--cache=local:r", `--cache-dir=${folder}`);
  expect(tasksThat("HIT", tasks)).toStrictEqual(everything);
  for (const path of tasks.flatMap(({ expandedOutputs = [] }) => expandedOutputs)) {
    expect(textIn(runner, path)).toBe(textIn(checkout, path));
    expect(textIn(runner, path) ?? "").not.toContain(checkout.folder);
  }
});

describe("the workflow", () => {
  /** Runs the commands of a job on a runner that is as new; gives its tasks, and the commands that failed. */
  async function runJob({ commands: [install, ...commands] }: WorkflowJob): Promise<JobResult> {
    expect(install).toBe("npm ci");
    await runner.run("git", "checkout", "--quiet", ".");
    await cleanCheckout(runner);
    const failed: string[] = [];
    for (const command of commands) {
      const { code } = await runner.attempt("sh", "-e", "-c", command);
      if (code !== 0) failed.push(command);
    }
    return { tasks: existsSync(join(runner.folder, ".turbo", "runs")) ? takeTasks(runner) : [], failed };
  }

  async function runJobs(name: string): Promise<JobResult> {
    const results: JobResult[] = [];
    for (const job of workflow.jobs) if (job.name === name) results.push(await runJob(job));
    return { tasks: results.flatMap(({ tasks }) => tasks), failed: results.flatMap(({ failed }) => failed) };
  }

  test("generates every client in one of its shards, and fills the remote cache", async () => {
    const { tasks, failed } = await runJobs("generate");
    expect(failed).toStrictEqual([]);
    expect(tasks.map(({ taskId }) => taskId).sort()).toStrictEqual(clients);
    expect(tasksThat("MISS", tasks)).toStrictEqual(clients);
    expect(cache.artifacts.size).toBe(clients.length);
  });

  test("checks every app in one of its shards, with clients from the remote cache", async () => {
    expect(workflow.jobs.filter(({ name }) => name === "typecheck").map(({ needs }) => needs)).toContain("generate");
    const { tasks, failed } = await runJobs("typecheck");
    expect(failed).toStrictEqual([]);
    expect(tasksThat("MISS", tasks)).toStrictEqual(apps);
    const taken = tasks.filter(({ cache }) => cache.status === "HIT");
    expect(taken.map(({ taskId }) => taskId).sort()).toStrictEqual(clients);
    expect(taken.map(({ cache }) => cache.source)).toStrictEqual(taken.map(() => "REMOTE"));
  });

  test("does nothing again the next time", async () => {
    const all = [await runJobs("generate"), await runJobs("typecheck")];
    expect(all.flatMap(({ tasks }) => tasksThat("MISS", tasks))).toStrictEqual([]);
  });

  test("takes nothing from the remote cache that was changed on its way", async () => {
    for (const [key, { body, headers }] of cache.artifacts) {
      cache.artifacts.set(key, { body: Buffer.concat([body, Buffer.of(0)]), headers });
    }
    const { tasks } = await runJobs("generate");
    expect(tasksThat("MISS", tasks)).toStrictEqual(clients);
  });

  test("fails where a commit lacks what a run says of a package.json, and where that comes from the cache", async () => {
    edit(runner, "clients/quote/package.json", /^ {2}"types": .*\n/m, "");
    await commit(runner);
    const first = await runJobs("generate");
    expect(tasksThat("MISS", first.tasks)).toStrictEqual(["@acme/quote#generate"]);
    expect(first.failed).toStrictEqual(["git diff --exit-code"]);
    const second = await runJobs("generate");
    expect(tasksThat("MISS", second.tasks)).toStrictEqual([]);
    expect(second.failed).toStrictEqual(["git diff --exit-code"]);
  });
});

/** What `generate --json` says of a client. */
interface RunInputs {
  readonly filesRead: readonly string[];
  readonly filesMissing: readonly string[];
}

/** What the jobs of a workflow did. */
interface JobResult {
  readonly tasks: readonly TurboTask[];
  /** The commands that failed. */
  readonly failed: readonly string[];
}

/** The text of a file; none of a folder, or where there is nothing. */
function textIn(project: ConsumerProject, path: string): string | undefined {
  const file = join(project.folder, path);
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
