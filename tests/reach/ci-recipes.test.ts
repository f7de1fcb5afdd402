import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { shellStepsOf } from "./support/ci-jobs.js";
import { type CiMachine, makeCiMachine } from "./support/ci-machine.js";
import { workspaceFolder } from "./support/workspace.js";

const page = readFileSync(join(workspaceFolder, "docs", "ci.md"), "utf8");
const workflows = fencedBlocks(page, "yaml").map(({ code }) => {
  const [, name = ""] = /^# (\S+)\n/.exec(code) ?? [];
  return { name, steps: shellStepsOf(code) };
});

const chain = (name: string, parameters: string): string => `import truss_chains as chains

@chains.mark_entrypoint
class ${name}(chains.ChainletBase):
    async def run_remote(self, ${parameters}) -> str: ...
`;
const config = {
  chains: [
    { source: "chains/hello.py", out: "packages/hello", package: "@acme/hello" },
    { source: "chains/rank.py", out: "src/chains", chainId: "abc123" },
  ],
};

/** What brings a commit up to date with its chain. */
const generate = `
npx typed-chains generate --bump
npx typed-chains describe chains/hello.py --out hello.signature.json
git add --all
git commit --quiet --message "Generate"
`;

let machine: CiMachine;

beforeAll(async () => {
  machine = await makeCiMachine(inject("generator"), {
    "chains/hello.py": chain("HelloAll", "names: list[str]"),
    "chains/rank.py": chain("Rank", "documents: list[str]"),
    "typed-chains.config.json": JSON.stringify(config),
    ".gitignore": "changes.md\n.typed-chains-cache\nnode_modules\n",
  });
  const { code, stdout, stderr } = await machine.work(`${generate}git push --quiet origin HEAD:main`);
  if (code !== 0) throw new Error(stdout + stderr);
});
afterAll(() => machine?.remove());

/** Runs all steps of a workflow, whatever comes of them; gives those that failed, each with what it printed. */
async function failures({ steps }: (typeof workflows)[number]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const step of steps) {
    const { code, stdout, stderr } = await machine.run(step);
    if (code !== 0) failed.push(`${step.commands.trim()} ended with ${code}:\n${stdout}${stderr}`);
  }
  return failed;
}

test("a pull request that changes nothing for callers passes, and has no comment", async () => {
  for (const workflow of workflows.filter(({ name }) => !name.endsWith("publish.yml"))) {
    expect(await failures(workflow)).toStrictEqual([]);
  }
  expect(machine.sent()).toBe("");
});

describe.each(workflows)("$name", (workflow) => {
  test("passes a commit that is up to date, and breaks no caller", async () => {
    machine.write("chains/hello.py", chain("HelloAll", "names: list[str], loud: bool = False"));
    await machine.work(generate);
    expect(await failures(workflow)).toStrictEqual([]);
  });

  test("fails where the commit is not what is generated, or breaks callers", async () => {
    machine.write("chains/hello.py", chain("HelloAll", "people: list[str]"));
    const failed = await failures(workflow);
    expect(failed.length).toBeGreaterThan(0);
    for (const text of failed) expect(text).toMatch(/ended with 1:\n[\s\S]*(TC405|TC406|people)/);
  });
});

test("the pull request has a comment that lists what has changed and is kept up to date; the package is published", () => {
  const sent = machine.sent();
  expect(sent).toMatch(/^gh pr comment 7 --body-file changes\.md\n### `HelloAll`: minor\n/);
  expect(sent).toContain("gh pr comment 7 --edit-last --body-file changes.md\n### `HelloAll`: major\n");
  expect(sent.match(/^gh pr comment 7 --body-file/gm)).toHaveLength(1);
  expect(sent).toMatch(/^published from .*\/clone\/packages\/hello$/m);
});

test("a change that is taken back is taken out of the comment", async () => {
  await machine.work("git reset --hard --quiet origin/main");
  for (const workflow of workflows.filter(({ name }) => name.endsWith("chains.yml"))) {
    expect(await failures(workflow)).toStrictEqual([]);
  }
  const comment = "gh pr comment 7 --edit-last --body-file changes.md\n";
  expect(machine.sent()).toContain(`${comment}Nothing has changed for callers since \`git:origin/main\`.\n`);
});

describe("the npm scripts", () => {
  const { scripts } = JSON.parse(fencedBlocks(page, "json")[0]?.code ?? "{}") as {
    readonly scripts: Readonly<Record<string, string>>;
  };

  test.each(Object.values(scripts))("%s", async (script) => {
    const [, other] = /^npm run (.*)$/.exec(script) ?? [];
    if (other !== undefined) return expect(Object.keys(scripts)).toContain(other);
    const { code, stderr } = await machine.work(`npx ${script}`);
    expect(code, stderr).toBe(0);
  });
});
