import { parseJson } from "../../response/json.js";
import type { StreamReader } from "../stream-reader.js";
import { ByteQueue } from "./byte-queue.js";

/** A part of a framed stream. */
export interface Frame {
  readonly kind: "header" | "item" | "footer";
  readonly value: unknown;
}

/** The first byte of a frame (truss, `truss_chains/streaming.py`). */
const kinds: ReadonlyMap<number, Frame["kind"]> = new Map([
  [2, "header"],
  [3, "item"],
  [4, "footer"],
]);

/** Before the content of a frame: one byte for its kind, and four for its length, the highest first. */
const tagLength = 5;

/** How much of a content that is no JSON an error shows, in characters. */
const longestSample = 100;

const decoder = new TextDecoder();

/** Reads the frames of a stream, wherever the network has cut it. */
export class FrameReader {
  readonly #reader: StreamReader;
  readonly #maxFrameBytes: number;
  readonly #queue = new ByteQueue();
  /** The turn of whoever asked last and has to wait. */
  #turn: Promise<Frame | undefined> | undefined;
  #isOver = false;

  constructor(reader: StreamReader, maxFrameBytes: number) {
    this.#reader = reader;
    this.#maxFrameBytes = maxFrameBytes;
  }

  /** Whether bytes have come that are in no frame yet: after a footer, there should be none. */
  get hasMore(): boolean {
    return this.#queue.length > 0;
  }

  /** The next frame, if it has come already and nobody waits for it. */
  ready(): Frame | undefined {
    return this.#turn === undefined ? this.#take() : undefined;
  }

  /** The next frame; nothing at the end, and after a footer. Who asks while others wait gets a later frame than they. */
  async next(): Promise<Frame | undefined> {
    const turn = this.#waitAfter(this.#turn);
    this.#turn = turn;
    try {
      return await turn;
    } finally {
      if (this.#turn === turn) this.#turn = undefined;
    }
  }

  async #waitAfter(before: Promise<unknown> | undefined): Promise<Frame | undefined> {
    await before?.catch(() => {});
    for (;;) {
      const frame = this.#take();
      if (frame !== undefined || this.#isOver) return frame;
      const bytes = await this.#reader.read();
      if (bytes === undefined) return this.#end();
      this.#queue.add(bytes);
    }
  }

  #end(): undefined {
    this.#reader.throwFailure();
    if (this.#queue.length === 0 || this.#reader.isCancelled) return undefined;
    throw this.#reader.fail("the stream ended within a frame", { retryable: true })();
  }

  /** The first frame of what has come, if all of it has. What can be none is refused as soon as that shows. */
  #take(): Frame | undefined {
    if (this.#queue.length < tagLength || this.#isOver || this.#reader.isCancelled) return undefined;
    const kind = this.#kind();
    const length = this.#contentLength();
    if (this.#queue.length < tagLength + length) return undefined;
    const text = decoder.decode(this.#queue.take(tagLength + length, tagLength));
    this.#isOver = kind === "footer";
    return { kind, value: this.#parse(kind, text) };
  }

  #kind(): Frame["kind"] {
    const tag = this.#queue.at(0);
    const kind = kinds.get(tag);
    if (kind !== undefined) return kind;
    throw this.#reader.fail(`a frame begins with the unknown tag ${tag}`)();
  }

  #contentLength(): number {
    let length = 0;
    for (let at = 1; at < tagLength; at++) length = length * 256 + this.#queue.at(at);
    if (length <= this.#maxFrameBytes) return length;
    const message = `a frame of ${length} bytes is longer than \`maxFrameBytes\`, ${this.#maxFrameBytes}`;
    throw this.#reader.fail(message)();
  }

  #parse(kind: Frame["kind"], text: string): unknown {
    const value = parseJson(text);
    if (value !== undefined) return value;
    const sample = this.#reader.shown(text).slice(0, longestSample);
    throw this.#reader.fail(`the ${kind} is not JSON: ${JSON.stringify(sample)}`)();
  }
}
