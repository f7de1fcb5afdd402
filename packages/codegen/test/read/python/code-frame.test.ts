import { describe, expect, test } from "vitest";
import { renderDiagnostics } from "../../../src/diagnostics/render.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";

describe("the frame shows the user's own line", () => {
  const before = "import truss_chains as chains\nclass A(chains.ChainletBase):\n";

  /** The line that is shown, and the part of it that the mark is under; all characters here are of one column or two. */
  function frameOf(code: string): { readonly shown: string | undefined; readonly marked: string | undefined } {
    const [problem] = readPythonSource(memoryHost({ "chain.py": code }), "chain.py", {}).diagnostics;
    const text = renderDiagnostics(problem === undefined ? [] : [problem], () =>
      code.replace("\ufeff", "").split(/\r\n|\r|\n/),
    );
    const [, , shown, mark] = text.split("\n");
    return { shown: shown?.replace(/^\d+ │ /, ""), marked: mark?.replace(/^ +│ /, "") };
  }

  test.each<[string, string, string, string]>([
    [
      "tabs",
      `${before}\tasync def run_remote(self,\ta) -> int: ...\n`,
      "\tasync def run_remote(self,\ta) -> int: ...",
      `\t${" ".repeat(26)}\t^`,
    ],
    [
      "wide characters",
      `${before}    async def run_remote(self, 名前: int, 値) -> int: ...\n`,
      "    async def run_remote(self, 名前: int, 値) -> int: ...",
      `${" ".repeat(42)}^^`,
    ],
    [
      "an emoji",
      `${before}    async def run_remote(self, a: str = "🎉", b=1) -> int: ...\n`,
      '    async def run_remote(self, a: str = "🎉", b=1) -> int: ...',
      `${" ".repeat(46)}^`,
    ],
    [
      "line ends of Windows",
      `${before}    async def run_remote(self, a) -> int: ...\n`.replaceAll("\n", "\r\n"),
      "    async def run_remote(self, a) -> int: ...",
      `${" ".repeat(31)}^`,
    ],
    ["a byte order mark", "\ufeffclass A(: pass\n", "class A(: pass", `${" ".repeat(8)}^`],
    [
      "a form feed",
      `${before}\f    async def run_remote(self, a) -> int: ...\n`,
      "\\u{c}    async def run_remote(self, a) -> int: ...",
      `${" ".repeat(36)}^`,
    ],
  ])("with %s", (_title, code, shown, marked) => {
    expect(frameOf(code)).toStrictEqual({ shown, marked });
  });

  test("as far as it is about the problem, where the line is long", () => {
    const many = Array.from({ length: 60 }, (_, index) => `argument_${index}: int`).join(", ");
    const { shown = "", marked = "" } = frameOf(
      `${before}    async def run_remote(self, ${many}, bad, more: int) -> int: ...\n`,
    );
    expect(shown).toBe("…nt, argument_58: int, argument_59: int, bad, more: int) -> int: ...");
    expect(shown.slice(marked.indexOf("^"), marked.length)).toBe("bad");
  });
});
