import type { JsonValue } from "../../signature.js";
import { type Answer, jsonAnswer } from "../http/answer.js";

/** The kinds of frames, with the first byte of each (truss, `truss_chains/streaming.py`). */
const tags = { header: 2, item: 3, footer: 4 } as const;

/** A kind of frame. */
export type FrameKind = keyof typeof tags;

/** A frame as truss writes it: its tag, the length of its content with the highest byte first, and the content as JSON. */
export function frameBytes(kind: FrameKind, content: JsonValue): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  const tag = Buffer.alloc(5);
  tag.writeUInt8(tags[kind]);
  tag.writeUInt32BE(text.length, 1);
  return Buffer.concat([tag, text]);
}

/** What comes of frames that are gathered: Python's description of each, and nothing of its content. */
export function spoiledFrames(count: number): Answer {
  return jsonAnswer(200, "<memory at 0x7f0000000000>".repeat(count));
}
