import { expect, test } from "vitest";
import { runDemo } from "../support/run-demo.js";

test("what the demo shows follows the chain", async () => {
  const shown = await runDemo("demo-of-numbers", (source) =>
    source.replace("list[str]", "list[int]").replace("-> str", "-> int"),
  );
  expect(shown).toContain("names: readonly number[];");
  expect(shown).toMatch(/5\. The call and its answer ─+\s+-?\d/);
  expect(shown).toContain("Type 'string' is not assignable to type 'number'");
});
