import { expect, test } from "vitest";
import { formatFile } from "../../src/emit/format.js";

test("a long file is formatted in a time that grows with its length, not with the square of it", async () => {
  const members = Array.from({ length: 4_000 }, (_, index) => `/** ${"x".repeat(1_000)} */\nf${index}: string;`);
  const started = performance.now();
  const text = await formatFile(`export interface Long {${members.join("\n")}}`, 120);
  expect(text.split("\n")).toHaveLength(8_003);
  expect(performance.now() - started).toBeLessThan(10_000);
}, 120_000);
