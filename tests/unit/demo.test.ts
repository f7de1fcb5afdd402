import { expect, test } from "vitest";
import { runDemo } from "../support/run-demo.js";

/** A demo checks types and starts a server: a machine under load takes its time for that. */
const timeout = 180_000;

test("the demo shows the client, the call, its answer and the error of a wrong call", { timeout }, async () => {
  const shown = await runDemo("demo");
  expect(shown).toContain("names: readonly string[];");
  expect(shown).toContain("tsc: no error");
  expect(shown).toMatch(/5\. The call and its answer ─+\s+"/);
  expect(shown).toContain("Type 'number' is not assignable to type 'string'");
});
