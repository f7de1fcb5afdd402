import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Diagnostic,
  diskHost,
  type Introspection,
  type ReadOptions,
  readOrIntrospect,
} from "@typed-chains/codegen";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const chainlet = "import truss_chains as chains\nclass Hello(chains.ChainletBase):\n";
const method = "    async def run_remote(self, name: str) -> str: ...\n";

let python: string;

beforeAll(async () => {
  python = await preparePythonEnvironment();
});

/** Writes a project, and introspects its `chain.py`. */
async function introspect(
  files: Readonly<Record<string, string>>,
  options: ReadOptions = {},
  introspection: Introspection = {},
) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const path = join(folder, "chain.py");
  const roots = (options.roots ?? []).map((root) => join(folder, root));
  const source = { path, options: { ...options, roots }, introspection: { python, ...introspection } };
  const { signature, diagnostics, filesRead } = await readOrIntrospect(diskHost(folder), source);
  // Paths in diagnostics are relative to the current folder, which is none of the chain's.
  const place = ({ location }: Diagnostic) => [relative(folder, location?.file ?? ""), location?.line];
  return { folder, signature, diagnostics, filesRead, codes: diagnostics.map(({ code }) => code), place };
}

/** All that a diagnostic shows beside its message. */
function notes(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.flatMap((diagnostic) => diagnostic.notes ?? []).join("\n");
}

describe("a module whose import fails", () => {
  test("is reported with the traceback, in the user's file that raised, with what it printed", async () => {
    const helper = "def load():\n    print('half way', flush=True)\n    raise ValueError('no weights')\n";
    const { diagnostics, codes, place } = await introspect({
      "chain.py": `import helper\nhelper.load()\n${chainlet}${method}`,
      "helper.py": helper,
    });
    expect(codes).toStrictEqual(["TC235"]);
    expect(diagnostics[0]?.message).toBe("The module cannot be imported: ValueError: no weights");
    expect(diagnostics.map(place)).toStrictEqual([["helper.py", 3]]);
    expect(notes(diagnostics)).toMatch(/chain\.py", line 2[\s\S]*ValueError: no weights\nIt printed:\nhalf way/);
    expect(notes(diagnostics)).not.toContain("typed_chains_exporter");
    expect(notes(diagnostics)).not.toContain("importlib");
  });

  test("is reported without what libraries warn themselves of", async () => {
    vi.stubEnv("PYTHONWARNINGS", "always");
    const { diagnostics } = await introspect({ "chain.py": "print('half way')\nraise ValueError('no weights')\n" });
    vi.unstubAllEnvs();
    expect(notes(diagnostics)).toMatch(/It printed:\nhalf way$/);
  });

  test("is reported where the syntax is wrong", async () => {
    const { codes, diagnostics, place } = await introspect({ "chain.py": "x = 1\ndef broken(:\n" });
    expect(codes).toStrictEqual(["TC235"]);
    expect(diagnostics.map(place)).toStrictEqual([["chain.py", 2]]);
  });

  test.each([
    "import sys; sys.exit(0)",
    "import os; os._exit(0)",
    "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
  ])("is reported where it ends Python: %s", async (code) => {
    expect((await introspect({ "chain.py": code })).codes).toStrictEqual(["TC235"]);
  });

  test("is ended after the time-out, with the processes that it started", async () => {
    const code = [
      "import pathlib, subprocess, sys, time",
      "print('waiting', flush=True)",
      "file = str(pathlib.Path(__file__).with_name('alive'))",
      'tick = f\'import time\\nwhile True:\\n  open({file!r}, "a").write("."); time.sleep(0.05)\'',
      "subprocess.Popen([sys.executable, '-c', tick])",
      "time.sleep(60)",
    ];
    const { codes, diagnostics, folder } = await introspect({ "chain.py": code.join("\n") }, {}, { timeoutMs: 8_000 });
    expect(codes).toStrictEqual(["TC236"]);
    expect(notes(diagnostics)).toBe("waiting");
    const alive = readFileSync(join(folder, "alive"), "utf8");
    await wait(500);
    expect(readFileSync(join(folder, "alive"), "utf8")).toBe(alive);
  });

  test("is reported where its name is taken by a loaded module", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "json.py"), chainlet + method);
    const source = { path: join(folder, "json.py"), options: {}, introspection: { python } };
    const { diagnostics } = await readOrIntrospect(diskHost(folder), source);
    expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
      ["TC235", "A module `json` is already loaded, and truss does not replace it: rename the file"],
    ]);
  });
});

describe("a module that is imported", () => {
  test("may print, start threads and processes, and read its arguments", async () => {
    const code = [
      "import subprocess, sys, threading, time",
      "print('{\"problems\": []}')",
      "threading.Thread(target=time.sleep, args=(30,)).start()",
      "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)'], start_new_session=True)",
      "assert len(sys.argv) == 1",
    ];
    const started = Date.now();
    const { signature, diagnostics } = await introspect({ "chain.py": `${code.join("\n")}\n${chainlet}${method}` });
    expect(diagnostics).toStrictEqual([]);
    expect(signature?.input).toMatchObject({ properties: { name: { type: "string" } } });
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  test("sees the environment without the platform's key, and leaves no compiled files", async () => {
    process.env["BASETEN_API_KEY"] = "secret";
    process.env["TYPED_CHAINS_TEST_SETTING"] = "kept";
    const code =
      "import helper, os\nDEFAULT = os.environ.get('BASETEN_API_KEY', os.environ['TYPED_CHAINS_TEST_SETTING'])\n";
    const { signature, folder } = await introspect({
      "chain.py": `${code}${chainlet}    async def run_remote(self, name: str = DEFAULT) -> str: ...\n`,
      "helper.py": "",
    });
    delete process.env["BASETEN_API_KEY"];
    delete process.env["TYPED_CHAINS_TEST_SETTING"];
    expect(signature?.input?.properties).toMatchObject({ name: { default: "kept" } });
    expect(existsSync(join(folder, "__pycache__"))).toBe(false);
  });

  test("is read with the modules of its project, which are named", async () => {
    const { filesRead, folder, signature } = await introspect(
      {
        "pyproject.toml": "",
        "chain.py": `import json, models.text, shared\n${chainlet}    async def run_remote(self, a: models.text.Text) -> str: ...\n`,
        "models/__init__.py": "",
        "models/text.py": "import pydantic\nclass Text(pydantic.BaseModel):\n    size: int = max(1, 2)\n",
        "lib/shared.py": "",
      },
      { roots: ["lib"] },
    );
    expect(signature?.input?.$defs).toMatchObject({ Text: { properties: { size: { default: 2 } } } });
    const names = ["chain.py", "lib/shared.py", "models/__init__.py", "models/text.py"];
    expect(filesRead.map((file) => relative(folder, file)).sort()).toStrictEqual(names);
  });

  test("may hold what only says that it is a class, as `list[str]` does before Python 3.11", async () => {
    const proxy = "class Proxy:\n    @property\n    def __class__(self): return type\nproxy = Proxy()\n";
    const { codes, signature } = await introspect({ "chain.py": `${proxy}${chainlet}${method}` });
    expect(codes).toStrictEqual([]);
    expect(signature?.name).toBe("Hello");
  });

  test("needs no truss where it is a function alone", async () => {
    const { signature } = await introspect({
      "chain.py": "async def run_remote(names: list[str] = ...) -> int: ...\n",
    });
    expect(signature).toMatchObject({ name: "Chain", transport: "json", output: { type: "integer" } });
    expect(signature?.input).toStrictEqual({
      title: "ChainInput",
      type: "object",
      properties: { names: { title: "Names", type: "array", items: { type: "string" } } },
    });
  });

  test("leaves out a default that JSON cannot say", async () => {
    const { signature, diagnostics } = await introspect({
      "chain.py": `${chainlet}    async def run_remote(self, data: bytes = b"\\xff") -> str: ...\n`,
    });
    expect(diagnostics).toStrictEqual([]);
    expect(signature?.input?.properties).toStrictEqual({ data: { title: "Data", type: "string", format: "binary" } });
  });

  test("has null for a number whose default is not finite, in the result alone", async () => {
    const model = "import math, pydantic\nclass Score(pydantic.BaseModel):\n    value: float = math.nan\n";
    const { signature } = await introspect({
      "chain.py": `${model}${chainlet}    async def run_remote(self, score: Score) -> Score: ...\n`,
    });
    const given = { title: "Value", type: "number" };
    expect(signature?.input?.$defs).toMatchObject({ Score: { properties: { value: given } } });
    const sent = { title: "Value", anyOf: [{ type: "number" }, { type: "null" }] };
    expect(signature?.output).toMatchObject({ $defs: { Score: { properties: { value: sent } } } });
  });
});

describe("a chain that cannot be described", () => {
  test.each([
    ["class Hello: pass", undefined, "TC205"],
    [`${chainlet}${method}class Other(chains.ChainletBase):\n${method}`, undefined, "TC206"],
    [chainlet + method, "Other", "TC207"],
    [
      "import truss_chains as chains\nclass Llama(chains.ModelBase):\n    def predict(self) -> str: ...",
      "Llama",
      "TC220",
    ],
    ["def run_remote(name) -> str: ...", undefined, "TC203"],
    ["def run_remote(name: str): ...", undefined, "TC204"],
    [`${chainlet}    async def run_remote(self, *names: str) -> str: ...`, undefined, "TC209"],
    ["def run_remote(name: object()) -> str: ...", undefined, "TC212"],
    ["class Hello:\n    run_remote = max", undefined, "TC238"],
    ["def run_remote(name: 'Missing') -> str: ...", undefined, "TC212"],
    [`${chainlet}    async def run_remote(self) -> tuple[str]: ...`, undefined, "TC217"],
    [`${chainlet}    async def run_remote(self, when: 'int') -> str: ...`, undefined, "TC237"],
  ])("is reported: %s", async (code, entrypoint, expected) => {
    const { codes, signature } = await introspect({ "chain.py": code }, entrypoint === undefined ? {} : { entrypoint });
    expect(codes).toStrictEqual([expected]);
    expect(signature).toBeUndefined();
  });

  test("is described all the same where only truss refuses it, and the reader is lenient", async () => {
    const code = `${chainlet}    async def run_remote(self, when: int | None) -> 'str': ...\n`;
    const { diagnostics, signature, place } = await introspect({ "chain.py": code }, { lenient: true, name: "Given" });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toStrictEqual([["TC237", "warning"]]);
    expect(diagnostics.map(place)).toStrictEqual([["chain.py", 3]]);
    expect(notes(diagnostics)).toContain("Unsupported I/O type for `when`");
    expect(signature).toMatchObject({ name: "Given", output: { type: "string" } });
  });
});

describe("an interpreter", () => {
  /** A command that runs the interpreter with a module of the given text in place of a package. */
  function withoutPackage(name: string, text: string): string {
    const folder = temporaryFolder();
    writeFileSync(join(folder, `${name}.py`), text);
    const command = join(folder, "python");
    writeFileSync(command, `#!/bin/sh\nPYTHONPATH='${folder}' exec '${python}' "$@"\n`);
    chmodSync(command, 0o755);
    return command;
  }

  test.each([
    ["pydantic", "raise ImportError", "TC233", "truss, which brings pydantic, is not installed"],
    ["pydantic", "VERSION = '1.10.2'", "TC234", "pydantic 1.10.2 is too old"],
    ["truss_chains", "raise ModuleNotFoundError(name='truss_chains')", "TC233", "truss is not installed"],
  ])("that lacks what is needed is named: %s with %s", async (name, text, code, message) => {
    const command = withoutPackage(name, text);
    const { diagnostics } = await introspect({ "chain.py": chainlet + method }, {}, { python: command });
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.message])).toStrictEqual([
      [code, `\`${command}\`: ${message}`],
    ]);
  });
});
