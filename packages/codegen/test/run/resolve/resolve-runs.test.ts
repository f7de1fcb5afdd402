import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { ChainOptions } from "../../../src/config/chain-options.js";
import type { ConfigEntry } from "../../../src/config/config-entry.js";
import type { Config } from "../../../src/config/open-config.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import type { CommandLine } from "../../../src/run/resolve/command-line.js";
import { resolveOneChain } from "../../../src/run/resolve/resolve-one-chain.js";
import { resolveRuns } from "../../../src/run/resolve/resolve-runs.js";
import { UsageError } from "../../../src/usage-error.js";

const here = resolve(".");
const nothing = memoryHost({});
const locate: Config["locate"] = (path) => Promise.resolve({ file: path.join(".") });

function config(
  defaults: ChainOptions,
  ...chains: readonly (ChainOptions & { source: ConfigEntry["source"] })[]
): Config {
  const entries = chains.map(({ source, ...options }, index) => ({ path: ["chains", index], source, options }));
  return { file: "typed-chains.config.ts", folder: here, defaults, entries, notes: [], locate };
}

function commandLine(options: ChainOptions = {}, ...sources: readonly string[]): CommandLine {
  return { sources, options };
}

describe("the runs of a config", () => {
  test("are one for each folder, with the chains in their order", () => {
    const chains = [{ source: "a.py" }, { source: "b.py", out: "./other" }, { source: "c.py", out: "src/../src" }];
    const runs = resolveRuns(config({ out: "src" }, ...chains), commandLine());
    expect(runs.map(({ out, requests }) => [out, ...requests.map(({ label }) => label)])).toStrictEqual([
      ["src", "a.py", "c.py"],
      ["./other", "b.py"],
    ]);
  });

  test("have what the top says, unless the chain says otherwise, unless the command line does", () => {
    const defaults = { out: "src", binary: true, roots: ["lib"], strict: true, schemas: true };
    const own = {
      source: "b.py",
      binary: false,
      nanAsNull: true,
      schemas: false,
      roots: ["own"],
      chainId: "b",
      entrypoint: "B",
    };
    const run = resolveRuns(config(defaults, { source: "a.py" }, own), commandLine({ roots: ["given"], out: "out" }));
    expect(run).toStrictEqual([
      {
        out: "out",
        options: { importExtension: "js" },
        requests: [
          {
            source: { path: "a.py", options: { roots: ["given"], project: ".", strict: true } },
            label: "a.py",
            binary: true,
            schemas: true,
          },
          {
            source: { path: "b.py", options: { entrypoint: "B", roots: ["given"], project: ".", strict: true } },
            label: "b.py",
            binary: false,
            nanAsNull: true,
            schemas: false,
            chainId: "b",
          },
        ],
      },
    ]);
  });

  test("end their imports as the command line says, else as the config does", () => {
    const ending = { ...config({ out: "src" }, { source: "a.py" }), importExtension: "ts" as const };
    const extension = (line: CommandLine) => resolveRuns(ending, line).map(({ options }) => options.importExtension);
    expect(extension(commandLine())).toStrictEqual(["ts"]);
    expect(extension({ ...commandLine(), importExtension: "none" })).toStrictEqual(["none"]);
  });

  test("read two plain JSON Schemas too", () => {
    const pair = { source: { input: "in.json", output: "out.json" }, name: "Scorer", out: "src" };
    expect(resolveRuns(config({}, pair), commandLine())[0]?.requests).toStrictEqual([
      { source: { schemas: { name: "Scorer", inputSchema: "in.json", outputSchema: "out.json" } }, label: "in.json" },
    ]);
  });
});

describe("of two options that exclude each other, the nearer one counts", () => {
  const read = (defaults: ChainOptions, own: ChainOptions, given: ChainOptions = {}) =>
    resolveOneChain(nothing, config(defaults, { source: "a.py", ...own }), commandLine(given));

  test("strict and lenient", () => {
    expect(read({ strict: true }, { lenient: true }).options).toStrictEqual({ lenient: true });
    expect(read({ strict: true }, { lenient: true }, { strict: true }).options).toStrictEqual({ strict: true });
    expect(read({ strict: true }, { lenient: false }).options).toMatchObject({ strict: true });
  });

  test("an id and a URL", () => {
    const url = "https://chain-b.api.baseten.co/production/run_remote";
    expect(read({}, { chainId: "a" }, { chainUrl: url }).options).toStrictEqual({ chainUrl: url });
  });

  test("introspection and types", () => {
    expect(read({ types: "types.json" }, { introspect: true }).source).toMatchObject({ introspection: {} });
    const { source } = read({ introspect: true }, { types: "types.json" });
    expect(source).toStrictEqual({ path: "a.py", options: { types: "types.json", project: "." } });
  });
});

describe("introspection", () => {
  test("at the top of a config is meant for what can be run, with the interpreter that it names", () => {
    const defaults = { introspect: true, python: "python3.12", out: "src" };
    const chains = [{ source: "a.py" }, { source: "b.json" }, { source: "git:main:c.py" }];
    const [run] = resolveRuns(config(defaults, ...chains), commandLine());
    const introspections = run?.requests.map(({ source }) => "introspection" in source && source.introspection);
    expect(introspections).toStrictEqual([{ python: "python3.12" }, false, false]);
  });

  test("on the command line is refused where a chain cannot be run", () => {
    const several = config({ out: "src" }, { source: "a.py" }, { source: "b.json" });
    expect(() => resolveRuns(several, commandLine({ introspect: true }))).toThrow(UsageError);
  });

  test("is asked for before an interpreter is", () => {
    const plain = config({ out: "src" }, { source: "a.py" });
    expect(() => resolveRuns(plain, commandLine({ python: "python3" }))).toThrow("--python goes with --introspect");
    const run = config({ out: "src", introspect: true }, { source: "a.py" });
    expect(resolveRuns(run, commandLine({ python: "python3" }))[0]?.requests[0]?.source).toMatchObject({
      introspection: { python: "python3" },
    });
  });
});

describe("a source on the command line", () => {
  const chains = [
    { source: "chains/a.py", entrypoint: "A", types: "types.json" },
    { source: "chains/b.py", name: "One", entrypoint: "B" },
    { source: "chains/b.py", name: "Two", entrypoint: "C" },
  ];
  const several = config({ strict: true, out: "src" }, ...chains);

  test("has the options of its chain in the config, however its path is written", () => {
    const { options } = resolveOneChain(nothing, several, commandLine({}, "./chains/../chains/a.py"));
    expect(options).toMatchObject({ entrypoint: "A", types: "types.json", strict: true });
  });

  test("in another revision too", () => {
    const { source, file } = resolveOneChain(nothing, several, commandLine({}, "git:main:chains/a.py"));
    expect(source).toMatchObject({ path: "git:main:chains/a.py", options: { entrypoint: "A" } });
    expect(file).toBe(resolve("chains/a.py"));
  });

  test("that is of no chain has what the top says", () => {
    expect(resolveOneChain(nothing, several, commandLine({}, "x.py")).options).toStrictEqual({
      strict: true,
      out: "src",
    });
  });

  test("that is of several chains is chosen among by name or entrypoint", () => {
    expect(resolveOneChain(nothing, several, commandLine({ name: "Two" }, "chains/b.py")).options.entrypoint).toBe("C");
    expect(resolveOneChain(nothing, several, commandLine({ entrypoint: "B" }, "chains/b.py")).options.name).toBe("One");
    expect(
      resolveOneChain(nothing, several, commandLine({ name: "Three" }, "chains/b.py")).options.entrypoint,
    ).toBeUndefined();
    expect(() => resolveOneChain(nothing, several, commandLine({}, "chains/b.py"))).toThrow(
      "choose one with --entrypoint",
    );
  });

  test("wants a folder of its own: that of the config is for all its chains", () => {
    expect(() => resolveRuns(several, commandLine({}, "chains/a.py"))).toThrow("--out is missing");
    const [run] = resolveRuns(several, commandLine({ out: "tmp" }, "chains/a.py"));
    expect([run?.out, run?.requests[0]?.label]).toStrictEqual(["tmp", "chains/a.py"]);
  });

  test("is named relative to its client where there is no config", () => {
    expect(resolveRuns(undefined, commandLine({ out: "x/y" }, "a.py"))[0]?.requests[0]?.label).toBe("../../a.py");
  });
});

describe("what is meant has to be clear", () => {
  const two = config(
    { out: "src" },
    { source: "a.py" },
    { source: { input: "i.json", output: "o.json" }, name: "Pair" },
  );

  test.each<[string, Config | undefined, CommandLine, string]>([
    ["no source and no config", undefined, commandLine(), "Name a source"],
    ["a config without chains", config({ out: "src" }), commandLine(), "typed-chains.config.ts has no chains"],
    ["a name for several chains", two, commandLine({ name: "X" }), "one source only"],
    [
      "an id for several sources",
      undefined,
      commandLine({ chainId: "x", out: "o" }, "a.py", "b.py"),
      "one source only",
    ],
    ["a chain without a folder", config({}, { source: "x/a.py" }), commandLine(), "has no `out` for x/a.py"],
  ])("%s", (_what, given, line, message) => {
    expect(() => resolveRuns(given, line)).toThrow(message);
  });

  test("the only chain is meant where none is named, and of several one is asked for", () => {
    const one = config({}, { source: "a.py", name: "A" });
    expect(resolveOneChain(nothing, one, commandLine()).options.name).toBe("A");
    expect(() => resolveOneChain(nothing, two, commandLine())).toThrow(
      "Name one by its file, or with --name:\n  a.py\n  i.json (Pair)",
    );
    expect(resolveOneChain(nothing, two, commandLine({ name: "Pair" })).source).toHaveProperty("schemas");
    expect(() => resolveOneChain(nothing, undefined, commandLine())).toThrow("Name a source");
    expect(() => resolveOneChain(nothing, config({}), commandLine())).toThrow("has no chains");
  });
});
