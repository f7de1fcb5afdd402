import { describe, expect, test } from "vitest";
import type { ChainToPlan } from "../../src/plan/plan-module.js";
import { emitClient, planClient } from "./support/client.js";
import { compileErrors, statementsOf, usesAny } from "./support/compile.js";
import { withConsumers } from "./support/examples.js";
import { objectOf, signatureOf } from "./support/generate.js";

const texts = [
  "*/ alert(1) /*",
  "*\u0000/ alert(1) /*",
  "`$\u007balert(1)}`",
  '"; alert(1); "',
  "'; alert(1); '",
  "x\nalert(1)\n",
  "x\r\nalert(1)\r",
  "x\u2028alert(1)\u2029alert(2)",
  "x\u0085alert(1)\u000balert(2)\u000calert(3)",
  "</script><script>alert(1)</script>",
  "__proto__",
  "constructor",
  "\\",
  "\\u002a/ alert(1)",
  "@ts-ignore",
  "@deprecated\n@ts-expect-error",
  "{@link alert} @jsx alert",
  "// @ts-nocheck",
  "```\n*/ alert(1)",
  "../../alert",
  "\u202e\u2066alert(1)\u2069",
  "\ud800",
  "😀",
  "",
  " ",
  "any",
  "x".repeat(5000),
];

/** A chain that has the text wherever there is text. */
function hostileChain(text: string, index: number): ChainToPlan {
  const all = { title: text, description: text, default: text, examples: [text], pattern: text, format: text };
  const key = text.replaceAll("~", "~0").replaceAll("/", "~1");
  const $defs = {
    [text]: { ...objectOf({ [text]: { type: "string", ...all }, list: { enum: [text, 1] } }), ...all },
    Pair: { ...all, allOf: [{ $ref: `#/$defs/${key}` }, objectOf({ [`${text}2`]: { const: text } })] },
    Keys: { enum: [text, "other"], ...all },
  };
  const reference = { $ref: `#/$defs/${key}`, description: text, default: { [text]: text } };
  const properties = {
    [text]: { type: "string", ...all },
    model: reference,
    pair: { $ref: "#/$defs/Pair" },
    record: {
      type: "object",
      propertyNames: { $ref: "#/$defs/Keys" },
      additionalProperties: { const: { [text]: [text] } },
    },
    patterns: { type: "object", patternProperties: { [text]: { type: "string", ...all } }, contentMediaType: text },
    tagged: { oneOf: [{ $ref: `#/$defs/${key}` }], discriminator: { propertyName: text, mapping: { [text]: text } } },
  };
  const input = { ...objectOf(properties, { $defs }), ...all };
  const signature = signatureOf({
    name: `N${index}${text}`,
    description: text,
    displayName: text,
    input,
    output: { ...input, ...all },
  });
  return { signature, source: text, chainId: text, url: text };
}

const plan = planClient(texts.map(hostileChain));
const files = await emitClient(plan.modules, { importExtension: "js" });

test("every hostile chain has a file, right in the folder", () => {
  expect(plan.diagnostics).toStrictEqual([]);
  expect([...files.keys()].filter((path) => !/^[\p{L}\p{N}-]{1,84}\.ts$/u.test(path))).toStrictEqual([]);
  expect(files.size).toBe(texts.length + 1);
});

describe.each([...files].filter(([path]) => path !== "index.ts"))("the module %s", (_, text) => {
  const { kinds, errors } = statementsOf(text);

  test("has the statements of any module, and nothing else", () => {
    expect(errors).toStrictEqual([]);
    const isType = (kind: string): boolean => kind === "InterfaceDeclaration" || kind === "TypeAliasDeclaration";
    expect(kinds.filter((kind) => !isType(kind))).toStrictEqual([
      "ImportDeclaration",
      "VariableStatement",
      "FunctionDeclaration",
      "FunctionDeclaration",
    ]);
    expect(text.match(/^ {2}return \w+\(/gm)).toHaveLength(2);
  });

  test("has a banner of one line, no any, and no character that hides", () => {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
    expect(lines.slice(1, 3)).toStrictEqual(["/* eslint-disable */", "import {"]);
    expect(usesAny(text)).toBe(false);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u);
  });

  test("has no tag but ours and no directive", () => {
    const tags = text.match(/^\s*\/?\**\s*@\w+/gm) ?? [];
    expect(new Set(tags.map((tag) => tag.replace(/^.*@/s, "")))).toStrictEqual(
      new Set(tags.length === 0 ? [] : ["defaultValue", "example"]),
    );
  });
});

test("all hostile modules compile, with their examples", () => {
  expect(compileErrors(withConsumers(files))).toStrictEqual([]);
});

test("what json-schema-to-typescript takes as instructions does nothing", async () => {
  const instructions = {
    tsType: "alert(1)",
    tsEnumNames: ["alert"],
    $id: "https://example.com/alert.json",
    extends: { $ref: "../alert.json" },
    id: "alert",
    definitions: { alert: { tsType: "alert" } },
  };
  const schema = {
    allOf: [
      { type: "object", properties: { a: { enum: ["x"], ...instructions } }, ...instructions },
      objectOf({ b: { type: "string" } }, instructions),
    ],
  };
  const { modules } = planClient([
    { signature: signatureOf({ output: { ...schema, ...instructions } }), source: "a.json", chainId: "a" },
  ]);
  const text = (await emitClient(modules, { importExtension: "js" })).get("hello.ts");
  expect(text).toContain('export type HelloOutput = {\n  a?: "x";\n} & {\n  b: string;\n};\n');
  expect(text).not.toMatch(/alert/);
});
