import { gzipSync } from "node:zlib";
import { answer, chunk, closesAfter, drips, frame, head, resetsAfter, sends, streamHead } from "../answers.js";
import type { Fault, Outcome } from "../fault.js";

const header = frame("header", "1");
const item = frame("item", "2");
const footer = frame("footer", "3");
const end = chunk("");

const broken: Outcome = { error: "ChainStreamError", retryable: true, status: 200 };
const spoiled = (message: RegExp): Outcome => ({ error: "ChainStreamError", retryable: false, status: 200, message });
const frames = (...parts: readonly Uint8Array[]) => sends(streamHead, chunk(Buffer.concat(parts)), end);
const zipped = gzipSync(Buffer.concat([header, item, footer]));
const zippedHead = head(200, {
  "content-type": "application/octet-stream",
  "content-encoding": "gzip",
  "transfer-encoding": "chunked",
});

/** Streams that break, and frames that are none. */
export const streamFaults: readonly Fault[] = [
  {
    name: "a slow drip of text",
    call: "text",
    serve: drips(streamHead, chunk("fi"), chunk("né"), end),
    expected: { result: "finé" },
    requests: 1,
  },
  {
    name: "a slow drip of bytes",
    call: "bytes",
    serve: drips(streamHead, chunk("fi"), chunk("ne"), end),
    expected: { result: "fine" },
    requests: 1,
  },
  {
    name: "a slow drip of frames",
    call: "frames",
    serve: drips(streamHead, chunk(header), chunk(item), chunk(footer), end),
    expected: { result: [1, [2], 3] },
    requests: 1,
  },
  {
    name: "a reset within a stream of text",
    call: "text",
    serve: resetsAfter(streamHead, chunk("on")),
    expected: broken,
    requests: 1,
  },
  {
    name: "a reset within a stream of bytes",
    call: "bytes",
    serve: resetsAfter(streamHead, chunk("on")),
    expected: broken,
    requests: 1,
  },
  {
    name: "a reset within a stream of frames",
    call: "frames",
    serve: resetsAfter(streamHead, chunk(header)),
    expected: broken,
    requests: 1,
  },
  {
    name: "a reset before a stream",
    call: "text",
    serve: resetsAfter(),
    expected: { error: "ChainConnectionError", retryable: true },
    requests: 1,
  },
  {
    name: "a chunk of a stream that is cut",
    call: "text",
    serve: closesAfter(streamHead, "9\r\nonce"),
    expected: broken,
    requests: 1,
  },
  {
    name: "a stream without its last chunk",
    call: "bytes",
    serve: closesAfter(streamHead, chunk("once")),
    expected: broken,
    requests: 1,
  },
  {
    name: "text that is not UTF-8",
    call: "text",
    serve: sends(streamHead, chunk(Uint8Array.of(0x61, 0xff)), end),
    expected: spoiled(/UTF-8/),
    requests: 1,
  },
  {
    name: "text that ends within a character",
    call: "text",
    serve: sends(streamHead, chunk(Uint8Array.of(0x61, 0xc3)), end),
    expected: spoiled(/UTF-8/),
    requests: 1,
  },
  {
    name: "a frame that is cut",
    call: "frames",
    serve: frames(header, item.subarray(0, 5)),
    expected: { ...broken, message: /within a frame/ },
    requests: 1,
  },
  {
    name: "a frame whose length is cut",
    call: "frames",
    serve: frames(header, item.subarray(0, 3)),
    expected: { ...broken, message: /within a frame/ },
    requests: 1,
  },
  {
    name: "a footer that is missing",
    call: "frames",
    serve: frames(header, item),
    expected: spoiled(/without its footer/),
    requests: 1,
  },
  {
    name: "a header that is missing",
    call: "frames",
    serve: frames(item, footer),
    expected: spoiled(/before the header/),
    requests: 1,
  },
  {
    name: "a second header",
    call: "frames",
    serve: frames(header, item, header, footer),
    expected: spoiled(/an unexpected header/),
    requests: 1,
  },
  { name: "no frames at all", call: "frames", serve: frames(), expected: spoiled(/without its header/), requests: 1 },
  {
    name: "a frame of an unknown tag",
    call: "frames",
    serve: frames(header, frame(9, "2"), footer),
    expected: spoiled(/unknown tag 9/),
    requests: 1,
  },
  {
    name: "a frame that is too long",
    call: "frames",
    serve: sends(streamHead, chunk(header), chunk(frame("item", "2", 0xffffffff))),
    expected: spoiled(/4294967295 bytes/),
    requests: 1,
  },
  {
    name: "a frame that is longer than it is allowed to be",
    call: "frames",
    serve: frames(header, frame("item", '"too long"'), footer),
    options: { maxFrameBytes: 9 },
    expected: spoiled(/maxFrameBytes/),
    requests: 1,
  },
  {
    name: "a frame that is not JSON",
    call: "frames",
    serve: frames(header, frame("item", "{"), footer),
    expected: spoiled(/not JSON/),
    requests: 1,
  },
  {
    name: "more behind the footer, without an end",
    call: "frames",
    serve: sends(streamHead, chunk(Buffer.concat([header, footer])), chunk(item)),
    expected: { result: [1, [], 3] },
    requests: 1,
  },
  {
    name: "more behind the footer at once, without an end",
    call: "frames",
    serve: sends(streamHead, chunk(Buffer.concat([header, footer, item]))),
    expected: { result: [1, [], 3] },
    requests: 1,
  },
  {
    name: "frames in a gzip that is corrupt",
    call: "frames",
    serve: sends(zippedHead, chunk(Buffer.concat([zipped.subarray(0, 12), Buffer.alloc(9)])), end),
    expected: broken,
    requests: 1,
  },
  {
    name: "frames in a gzip that is cut",
    call: "frames",
    serve: sends(zippedHead, chunk(zipped.subarray(0, 18)), end),
    expected: { ...broken, message: /within a frame/ },
    requests: 1,
  },
  {
    name: "an empty success for a stream",
    call: "text",
    serve: sends(answer(200, "", { "content-type": "application/octet-stream" })),
    expected: { result: "" },
    requests: 1,
  },
];
