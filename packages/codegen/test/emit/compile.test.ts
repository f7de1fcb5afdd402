import { expect, test } from "vitest";
import { compileErrors, statementsOf, usesAny } from "./support/compile.js";

test("the compiler of these tests finds what does not fit the runtime", () => {
  const text = 'import { invoke } from "@typed-chains/runtime";\nexport const answer: number = invoke;\n';
  expect(compileErrors(new Map([["wrong.ts", text]]))).toHaveLength(1);
});

test("the compiler of these tests finds any, statements and syntax errors", () => {
  expect(usesAny("export type Wrong = { any: any[] };")).toBe(true);
  expect(usesAny('export type Right = { any: "any" };')).toBe(false);
  expect(statementsOf("export type A = 1; alert(1);").kinds).toStrictEqual([
    "TypeAliasDeclaration",
    "ExpressionStatement",
  ]);
  expect(statementsOf("export type = 1;").errors).not.toStrictEqual([]);
});
