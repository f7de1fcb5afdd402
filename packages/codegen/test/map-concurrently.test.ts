import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapConcurrently } from "../src/map-concurrently.js";

test("values are mapped in order, no more than the limit at a time", async () => {
  let [running, most] = [0, 0];
  const results = await mapConcurrently([3, 1, 2, 0, 4], 2, async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    running -= 1;
    return turns * 10;
  });
  expect(results).toStrictEqual([30, 10, 20, 0, 40]);
  expect(most).toBe(2);
});

test("nothing is mapped to nothing", async () => {
  expect(await mapConcurrently([], 2, () => Promise.resolve(1))).toStrictEqual([]);
});
