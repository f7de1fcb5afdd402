import ts from "typescript";
import { describe, expect, test } from "vitest";
import { commentLines } from "../../src/emit/comment/comment-lines.js";
import { undocumented } from "../../src/plan/documentation/documentation.js";
import type { JsonSchema } from "../../src/signature.js";
import { typesOf } from "./support/generate.js";

/** A comment as text. */
function comment(...given: Parameters<typeof commentLines>): string {
  return commentLines(...given)
    .map((line) => `${line}\n`)
    .join("");
}

/** The comment of a description. */
function commentOf(description: string): string {
  return comment({ ...undocumented, description });
}

/** The documentation of an argument that may be left out. */
async function argumentComment(schema: JsonSchema): Promise<string | undefined> {
  const types = await typesOf({ input: { type: "object", properties: { x: schema } } });
  return types
    .match(/ {2}(\/\*\*[\s\S]*?\*\/)\n {2}x\?/)?.[1]
    ?.replace(/\n {3}\*(?!\/) ?/g, "\n")
    .replace(/\n {3}/, "\n");
}

describe("a comment", () => {
  test("has one line where it can", () => {
    expect(commentOf("Greets everyone.")).toBe("/** Greets everyone. */\n");
    expect(comment(undocumented)).toBe("");
    expect(commentOf(" \n\n ")).toBe("");
  });

  test("keeps the lines of who wrote short ones", () => {
    expect(commentOf("One.\nTwo.\n\n\n\nThree.  ")).toBe("/**\n * One.\n * Two.\n *\n * Three.\n */\n");
  });

  test("wraps a long paragraph, and starts no line with what would be markup", () => {
    const words = "word ".repeat(18);
    expect(commentOf(`${words}word - dash`)).toBe(`/**\n * ${words}word -\n * dash\n */\n`);
  });

  test("breaks no code in backticks that fits into a line", () => {
    const words = "word ".repeat(18);
    expect(commentOf(`${words}\`{ "a": 1, "b": 2 }\`.`)).toBe(
      `/**\n * ${words.trim()}\n * \`{ "a": 1, "b": 2 }\`.\n */\n`,
    );
  });

  test("keeps code, lists, tables and indentation", () => {
    const lines = [
      "```",
      `code ${"x ".repeat(80)}y`,
      "",
      "  @decorated",
      "```",
      `- ${"item ".repeat(30)}end`,
      `| ${"cell ".repeat(30)}|`,
      `    ${"code ".repeat(30)}end`,
    ];
    const expected = lines.map((line) => ` * ${line.replace("@", "\\@")}`.trimEnd()).join("\n");
    expect(commentOf(lines.join("\n"))).toBe(`/**\n${expected}\n */\n`);
  });

  test("cannot be ended, and has no tags from outside", () => {
    expect(commentOf("a */ b *\u0000/ c")).toBe("/** a *\\/ b *\\/ c */\n");
    expect(commentOf("@deprecated no\nmail a@b.c, {@link x}, (@y) *@z")).toBe(
      "/**\n * \\@deprecated no\n * mail a@b.c, {\\@link x}, (\\@y) *\\@z\n */\n",
    );
  });

  test.each([
    "@",
    "@ 3 pm",
    "@@",
    "@1",
    "sampled @16kHz",
    "recall\t@-1",
    "a\u200b@zero-width",
    "- @1",
    "in `code @1`",
    `${"wordy ".repeat(16)}@ the start of a line`,
  ])("has no tag that TypeScript reads: %j", (description) => {
    const text = `${comment({ ...undocumented, description, deprecated: "" })}export const a = 1;`;
    const [statement] = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true).statements;
    const tags = statement === undefined ? [] : ts.getJSDocTags(statement);
    expect(tags.map(({ tagName }) => tagName.text)).toStrictEqual(["deprecated"]);
  });

  test.each([
    ["Put <image> first, then </image>.", "Put \\<image> first, then \\</image>."],
    ["list<int>, <!-- a -->, <?a?>", "list\\<int>, \\<!-- a -->, \\<?a?>"],
    ["a < b, a <= b, <|im_start|>, 1<2", "a < b, a <= b, <|im_start|>, 1<2"],
    ["<https://example.com>, <me@example.com>, \\<a>", "<https://example.com>, <me@example.com>, \\<a>"],
    ["`<a>`, ``<a>`<b>``, `<c", "`<a>`, ``<a>`<b>``, `\\<c"],
    ["```\n<a>\n```\n<b>", "```\n<a>\n```\n\\<b>"],
    ["~~~\n```\n~~~\n```<a>```", "~~~\n```\n~~~\n```<a>```"],
    ["A:\n    <a>\n\n    <b>\n    <c>\nd", "A:\n    \\<a>\n\n    <b>\n    <c>\nd"],
  ])("shows HTML as it stands: %j", (description, shown) => {
    expect(commentLines({ ...undocumented, description })).toStrictEqual(
      shown.includes("\n")
        ? ["/**", ...shown.split("\n").map((line) => ` * ${line}`.trimEnd()), " */"]
        : [`/** ${shown} */`],
    );
  });

  test("has our tags below all text", () => {
    const documentation = {
      lead: "Ours {@link x}.",
      description: "Theirs.",
      notes: ["Note."],
      defaultValue: "3",
      deprecated: "",
    };
    expect(comment(documentation, "const a = 1;\nf(a);")).toBe(
      "/**\n * Ours {@link x}.\n *\n * Theirs.\n *\n * Note.\n *\n * @defaultValue 3\n * @deprecated\n *\n * @example\n * ```ts\n * const a = 1;\n * f(a);\n * ```\n */\n",
    );
  });
});

describe("the documentation of an argument", () => {
  test("says what leaving it out means", async () => {
    const prefix = "If left out, the chain uses its own default";
    expect(await argumentComment({ type: "string", default: "a" })).toBe(`/** ${prefix}: \`"a"\`. */`);
    expect(await argumentComment({ type: "object", default: { top_k: [3, null], b: {} } })).toBe(
      `/** ${prefix}: \`{ "top_k": [3, null], "b": {} }\`. */`,
    );
    expect(await argumentComment({ type: "string" })).toBe(`/** ${prefix}. */`);
  });

  test("has its description, constraints and examples first", async () => {
    const schema = { type: "string", description: "A word.", minLength: 2, examples: ["hi"], deprecated: true };
    expect(await argumentComment(schema)).toBe(
      '/**\nA word.\n\nAt least 2 characters.\n\nFor example `"hi"`.\n\nIf left out, the chain uses its own default.\n\n@deprecated\n*/',
    );
  });

  test("says what to use in place of something deprecated", async () => {
    const schema = { type: "string", description: "A word.\n\nDeprecated: Use `*/ text`.\n\nMore.", deprecated: true };
    expect(await argumentComment(schema)).toBe(
      "/**\nA word.\n\nMore.\n\nIf left out, the chain uses its own default.\n\n@deprecated Use `*\\/ text`.\n*/",
    );
    expect(await argumentComment({ ...schema, deprecated: false })).toContain("Deprecated: Use");
    const description = "A word.\n\nDeprecated: in 2024.\n\nDeprecated: Use `text`.";
    expect(await argumentComment({ ...schema, description })).toMatch(
      /A word\.\n\nDeprecated: in 2024\.[\s\S]*@deprecated Use `text`\./,
    );
  });

  test("shows the start of a long default", async () => {
    const comment = await argumentComment({ type: "array", default: Array.from({ length: 500 }, (_, index) => index) });
    expect(comment).toMatch(/^\/\*\*\nIf left out.*\n/);
    expect(comment).toContain("…`.");
    expect(comment?.length).toBeLessThan(330);
  });
});

test("a name for any value says so, unless the user does", async () => {
  const $defs = { JsonValue: {}, Said: { description: "Anything." } };
  const properties = { a: { $ref: "#/$defs/JsonValue" }, b: { $ref: "#/$defs/Said" } };
  const types = await typesOf({ output: { type: "object", properties, $defs } });
  expect(types).toContain("/** Any JSON value: the chain does not say which. */\nexport type JsonValue = unknown;");
  expect(types).toContain("/** Anything. */\nexport type Said = unknown;");
});

test("a field's default is a tag, in code where it could be markup", async () => {
  const properties = { a: { default: 3 }, b: { default: "red" }, c: { default: { x: 1 } }, d: { default: "@b" } };
  const types = await typesOf({ output: { type: "object", properties, required: Object.keys(properties) } });
  expect(types.match(/@defaultValue .*(?= \*\/)/g)).toStrictEqual([
    "@defaultValue 3",
    '@defaultValue "red"',
    '@defaultValue `{ "x": 1 }`',
    '@defaultValue `"@b"`',
  ]);
});
