import { describe, expect, test } from "vitest";
import { progressLine, type Terminal } from "../../src/cli/generate/progress-line.js";
import { writingCommandText } from "../../src/cli/output/command-text.js";
import { inFolder, temporaryProject } from "../config/support/temporary-project.js";

describe("the command that a fix names", () => {
  test.each([
    [["generate", "--check"], "npx typed-chains generate"],
    [["generate", "a b.py", "--check=true", "--out", "it's"], "npx typed-chains generate 'a b.py' --out 'it'\\''s'"],
    [["generate", "--json", "--check", "true", "--strict"], "npx typed-chains generate --strict"],
    [["generate", "--check-breaking", "git:main", "--check"], "npx typed-chains generate --check-breaking git:main"],
    [["generate", "--dry-run", "--out", "x", "--", "--check"], "npx typed-chains generate --out x -- --check"],
  ])("for %j", async (argv, expected) => {
    expect(await inFolder(temporaryProject({}), () => writingCommandText(argv))).toBe(expected);
  });

  test("has more options before what names sources alone, and begins as in the project's package manager", async () => {
    const folder = temporaryProject({ "pnpm-lock.yaml": "" });
    const text = await inFolder(folder, () => writingCommandText(["generate", "--", "-x.py"], "--bump"));
    expect(text).toBe("pnpm exec typed-chains generate --bump -- -x.py");
  });
});

describe("a line of progress", () => {
  function terminal(more: Partial<Terminal> = {}): Terminal & { readonly written: string[] } {
    const written: string[] = [];
    return { isTTY: true, columns: 24, ...more, written, write: (text) => written.push(text) };
  }

  test("counts the chains on a terminal, within its width, and is taken away", () => {
    const shown = terminal();
    const line = progressLine(300, shown, {});
    line.advance("a.py");
    line.advance("chains/\u001b[2Jlong/name.py");
    line.clear();
    const erase = "\r\u001b[K";
    expect(shown.written).toStrictEqual([`${erase}reading 1/300 a.py`, `${erase}reading 2/300 chains/?[`, erase]);
  });

  test("takes a terminal that does not know its width for one of 80 columns", () => {
    const shown = terminal({ columns: 0 });
    progressLine(2, shown, {}).advance("a.py");
    expect(shown.written.join("")).toContain("reading 1/2 a.py");
  });

  test.each<[string, number, Partial<Terminal>, NodeJS.ProcessEnv]>([
    ["in a file", 3, { isTTY: false }, {}],
    ["in CI", 3, {}, { CI: "true" }],
    ["on a terminal without escapes", 3, {}, { TERM: "dumb" }],
    ["for one chain", 1, {}, {}],
  ])("is not there %s", (_where, total, more, env) => {
    const shown = terminal(more);
    const line = progressLine(total, shown, env);
    line.advance("a.py");
    line.clear();
    expect(shown.written).toStrictEqual([]);
  });
});
