import { type Answer, remoteException } from "../http/answer.js";
import type { Fault } from "./fault.js";

const text = "the mock was told to raise";

/** The frame of a stream: a byte for its kind and four for its length, before its content. */
const tagLength = 5;

/** What is wrong with the content of an answer that comes whole. */
export const contentFaults: Readonly<Record<"remote-error" | "bad-json" | "cut-frame", Fault>> = {
  "remote-error": { spoil: raised },
  "bad-json": { transports: ["json", "framed-stream"], spoil: unparsable },
  "cut-frame": { transports: ["framed-stream"], spoil: withLastChunk(halfOf) },
};

/**
 * The chain raises. A queued call is taken and fails later; a websocket closes with 1011; a stream, which has begun by then,
 * ends like one that is whole.
 */
function raised(answer: Answer): Answer {
  const { accepted, chunks, status } = answer;
  if (status === 101) return { ...answer, raises: true };
  if (accepted !== undefined) return { ...answer, accepted: () => accepted(`ValueError: ${text}`) };
  if (chunks !== undefined) return { ...answer, chunks: chunks.slice(0, Math.floor(chunks.length / 2)) };
  return remoteException("ValueError", text);
}

function unparsable(answer: Answer): Answer {
  if (answer.chunks === undefined) return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
  return withLastChunk((frame) => Uint8Array.from(frame, (byte, at) => (at < tagLength ? byte : 0x7b)))(answer);
}

function withLastChunk(spoil: (chunk: Uint8Array) => Uint8Array): Fault["spoil"] {
  return (answer) => {
    const { chunks = [] } = answer;
    return { ...answer, chunks: [...chunks.slice(0, -1), ...chunks.slice(-1).map(spoil)] };
  };
}

function halfOf(chunk: Uint8Array): Uint8Array {
  return chunk.subarray(0, Math.ceil(chunk.length / 2));
}
