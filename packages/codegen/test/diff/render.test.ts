import { expect, test } from "vitest";
import { diffSignatures } from "../../src/diff/diff-signatures.js";
import { diffJson } from "../../src/diff/render/json.js";
import { diffMarkdown } from "../../src/diff/render/markdown.js";
import { diffText } from "../../src/diff/render/text.js";
import { objectOf, signatureOf } from "../emit/support/generate.js";

const old = signatureOf({
  input: objectOf({ names: { type: "array", items: { type: "string" } } }),
  output: { enum: ["a|b", "`c`"] },
});
const next = signatureOf({
  input: objectOf({ names: { type: "array", items: { type: "string" } }, "top-k": { type: "integer" } }),
  output: { enum: ["a|b"] },
  description: "Greets.",
});
const diff = diffSignatures(old, next);

test("as text, what breaks callers comes first, and the verdict last", () => {
  expect(diffText(diff)).toBe(`Breaking:
  input["top-k"]: a required key is new (input-required-added, major)
      + "top-k": number
  output: a case or a position that callers can name is gone (output-case-removed, major)
      "a|b" | "\`c\`" → "a|b"

Compatible:
  description: the documentation has changed (documentation-changed, patch)

Verdict: major
`);
});

test("as Markdown, each change is a row, whatever is in its types", () => {
  expect(diffMarkdown("Hello", diff)).toBe(`### \`Hello\`: major

#### Breaking

| where | what | before | after |
| --- | --- | --- | --- |
| \`input["top-k"]\` | a required key is new (\`input-required-added\`) |  | \`"top-k": number\` |
| \`output\` | a case or a position that callers can name is gone (\`output-case-removed\`) | \`\` "a\\|b" \\| "\`c\`" \`\` | \`"a\\|b"\` |

#### Compatible

| where | what | before | after |
| --- | --- | --- | --- |
| \`description\` | the documentation has changed (\`documentation-changed\`) |  |  |
`);
});

test("as JSON, it has a format version, the verdict and the changes", () => {
  expect(JSON.parse(diffJson(diff))).toStrictEqual({
    formatVersion: 1,
    level: "major",
    changes: [
      { rule: "input-required-added", level: "major", place: 'input["top-k"]', after: '"top-k": number' },
      { rule: "output-case-removed", level: "major", place: "output", before: '"a|b" | "`c`"', after: '"a|b"' },
      { rule: "documentation-changed", level: "patch", place: "description" },
    ],
  });
});

test("nothing is said of signatures that are the same", () => {
  const same = diffSignatures(old, old);
  expect(diffText(same)).toBe("Verdict: none\n");
  expect(diffMarkdown("Hello", same)).toBe("### `Hello`: none\n\nNothing has changed for callers.\n");
});
