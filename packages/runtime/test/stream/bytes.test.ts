import { describe, expect, test } from "vitest";
import { streamBytes } from "../../src/stream/index.js";
import { answering, bytewise, partsOf, serveChunks, speech } from "../support/streams.js";

const sound = Uint8Array.of(0, 255, 0, 1, 254, 0);

describe("a stream of bytes", () => {
  test("comes in the parts that arrive", async () => {
    const parts = await partsOf(await streamBytes(speech, {}, answering([sound.subarray(0, 3), sound.subarray(3)])));
    expect(parts.map((part) => [...part])).toStrictEqual([
      [0, 255, 0],
      [1, 254, 0],
    ]);
  });

  test.each([
    ["one chunk", [sound]],
    ["single bytes", bytewise(sound)],
  ])("is whole in `bytes` where it comes in %s", async (_, chunks) => {
    const stream = await streamBytes(speech, {}, { baseUrl: await serveChunks(chunks) });
    expect(await stream.bytes()).toStrictEqual(sound);
  });

  test("without any is an empty array", async () => {
    const stream = await streamBytes(speech, {}, { baseUrl: await serveChunks([]) });
    expect(await stream.bytes()).toStrictEqual(new Uint8Array());
  });
});
