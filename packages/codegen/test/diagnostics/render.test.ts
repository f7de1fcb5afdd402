import { expect, test } from "vitest";
import { error, warning } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostics } from "../../src/diagnostics/render.js";

const lines = ["class A:", "\tdef run_remote(self, items): ...", `x${" ".repeat(300)}y \u001b[31m\u202e`];

test("a problem is shown with its line, a mark and the fix", () => {
  const location = { file: "hello.py", line: 2, column: 23, length: 5 };
  const problem = error("TC203", "run_remote: `items` has no type annotation", { location, help: "annotate it" });
  expect(renderDiagnostics([problem], () => lines)).toBe(
    [
      "✗ TC203 run_remote: `items` has no type annotation",
      "  ╭─ hello.py:2:23",
      "2 │ \tdef run_remote(self, items): ...",
      `  │ \t${" ".repeat(21)}^^^^^`,
      "   = fix: annotate it",
      "",
    ].join("\n"),
  );
});

test("several problems are told apart by an empty line, and a warning by its sign", () => {
  const text = renderDiagnostics(
    [warning("TC117", "a"), error("TC101", "b", { location: { file: "f" } })],
    () => undefined,
  );
  expect(text).toBe("⚠ TC117 a\n\n✗ TC101 b\n   ── f\n");
});

test("a file that cannot be shown is still named", () => {
  const location = { file: "a.py", line: 9, column: 1 };
  expect(renderDiagnostics([error("TC201", "no", { location })], () => undefined)).toBe("✗ TC201 no\n  ╭─ a.py:9:1\n");
});

test("a source cannot steer the terminal, and a very long line is cut around the problem", () => {
  const location = { file: "a\u001b]0;x\u0007.py", line: 3, column: 302, length: 1 };
  const text = renderDiagnostics([error("TC201", "bad \u001b[2J", { location })], () => lines);
  for (const control of ["\u001b", "\u0007", "\u202e"]) expect(text).not.toContain(control);
  expect(text.split("\n").every((line) => line.length < 240)).toBe(true);
  const [, , shown = "", mark = ""] = text.split("\n");
  expect(shown[mark.indexOf("^")]).toBe("y");
});

test("what another program printed stands between the place and the fix, and steers no terminal either", () => {
  const problem = error("TC235", "no", { location: { file: "a.py" }, help: "mend it", notes: ["a", "\u001b[2J"] });
  expect(renderDiagnostics([problem], () => undefined)).toBe(
    "✗ TC235 no\n   ── a.py\n   │ a\n   │ \\u{1b}[2J\n   = fix: mend it\n",
  );
});

test.each([
  ["characters of East Asia", "def f(名前: str, ", "bad", 17],
  ["half-width characters", "def f(ﾊﾝ: str, ", "bad", 15],
  ["emoji", 'def f(a="🎉👨‍👩‍👧❤️", ', "bad", 18],
  ["loose accents", 'def f(a="e\u0301", ', "bad", 13],
  ["a joiner that is not seen", 'def f(a="x\u200dy", ', "bad", 14],
  ["a tab after wide characters", "名\tx ", "bad", 5],
])("the mark stands under what it is about: %s", (_title, before, marked, column) => {
  const location = { file: "a.py", line: 1, column: before.length + 1, length: marked.length };
  const text = renderDiagnostics([error("TC203", "no", { location })], () => [`${before}${marked}): ...`]);
  expect(text.split("\n")[3]?.slice("  │ ".length).indexOf("^^^")).toBe(column);
});

test("a mark is as wide as what it is about", () => {
  const location = { file: "a.py", line: 1, column: 3, length: 2 };
  const text = renderDiagnostics([error("TC203", "no", { location })], () => ["x 名前 y"]);
  expect(text.split("\n")[3]).toBe("  │   ^^^^");
});

test("a long line is cut between characters, and shows that it was", () => {
  const line = `${"🎉".repeat(200)}bad${"🎉".repeat(200)}`;
  const location = { file: "a.py", line: 1, column: 401, length: 3 };
  const [, , shown = "", mark = ""] = renderDiagnostics([error("TC203", "no", { location })], () => [line]).split("\n");
  expect(shown).toBe(`1 │ …${"🎉".repeat(20)}bad${"🎉".repeat(59)}…`);
  expect(mark).toBe(`  │ ${" ".repeat(41)}^^^`);
});
