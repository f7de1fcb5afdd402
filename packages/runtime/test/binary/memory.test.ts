import { expect, test } from "vitest";
import { unpack } from "../../src/binary/message/unpack.js";

test("lists take no memory for what they announce", () => {
  // Each list announces all that follows: read without a check, they would take gigabytes.
  const parts = Array.from({ length: 20_000 }, (_, index) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(0xdd);
    head.writeUInt32BE(5 * (20_000 - index) - 5, 1);
    return head;
  });
  const before = process.memoryUsage().heapUsed;
  expect(() => unpack(Buffer.concat(parts))).toThrow("the message is cut off");
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
});
