import type { ChainStreamError } from "../../errors/chain-stream-error.js";
import type { PartSource } from "../single-use.js";
import type { StreamReader } from "../stream-reader.js";
import type { Frame, FrameReader } from "./frame-reader.js";

/** Which frames stand around the items. */
export interface DeclaredFrames {
  readonly header: boolean;
  readonly footer: boolean;
}

const raised = "The chain raised, most likely, which a stream does not show: read its logs.";
const askLater = "Ask for `footer` after the loop.";

/** Tells the frames of a stream apart, in whatever order they are asked for. Its items are for one loop. */
export class FrameParts<Item> implements PartSource<Item> {
  readonly #frames: FrameReader;
  readonly #declared: DeclaredFrames;
  readonly #reader: StreamReader;
  #header: Promise<unknown> | undefined;
  #hasHeader: boolean;
  #footer: Promise<unknown> | undefined;
  #footerFrame: Frame | undefined;
  /** Whether the loop over the items waits for the next one. */
  #isLooping = false;
  /** Tells whoever waits for the end of the loop. */
  #endLoop: () => void = () => {};
  #hasDropped = false;

  constructor(frames: FrameReader, declared: DeclaredFrames, reader: StreamReader) {
    this.#frames = frames;
    this.#declared = declared;
    this.#reader = reader;
    this.#hasHeader = !declared.header;
  }

  /** The content of the header. It is read once. */
  header(): Promise<unknown> {
    this.#header ??= handled(this.#readHeader());
    return this.#header;
  }

  /** The content of the footer. Items that are not read yet are dropped, unless a loop waits for them. */
  footer(): Promise<unknown> {
    this.#footer ??= handled(this.#readFooter());
    return this.#footer;
  }

  /** The content of the next item. */
  async next(): Promise<IteratorResult<Item, undefined>> {
    // Most items have come with the one before, and need no wait.
    const ready = this.#hasHeader && !this.#isLooping ? this.#frames.ready() : undefined;
    const item = ready?.kind === "item" ? ready : await this.#loopItem(ready);
    if (this.#hasDropped) throw this.#reader.error("`footer` has taken items of this loop", { help: askLater });
    return item === undefined ? { done: true, value: undefined } : { done: false, value: item.value as Item };
  }

  /** Ends the request. Whoever waits for an item gets none, and no error. */
  leave(): void {
    this.#reader.cancel();
    this.#endLoop();
  }

  async #readHeader(): Promise<unknown> {
    if (!this.#declared.header) throw this.#reader.error("the chain declares no header");
    const frame = await this.#frames.next();
    if (frame === undefined) throw await this.#endBefore("header");
    if (frame.kind !== "header") throw this.#reader.fail(`the ${frame.kind} came before the header`)();
    this.#hasHeader = true;
    return frame.value;
  }

  /** What the loop gets, where it has to wait. */
  async #loopItem(ready: Frame | undefined): Promise<Frame | undefined> {
    let item: Frame | undefined;
    try {
      this.#isLooping = true;
      item = await this.#nextItem(ready);
      return item;
    } finally {
      this.#isLooping = false;
      if (item === undefined) this.#endLoop();
    }
  }

  async #nextItem(ready?: Frame): Promise<Frame | undefined> {
    if (!this.#hasHeader) await this.header().catch((error: unknown) => this.#unlessLeft(error));
    const frame = ready ?? (await this.#frames.next());
    if (frame?.kind === "item") return frame;
    if (frame?.kind === "header") throw this.#reader.fail("an unexpected header came")();
    if (frame !== undefined) this.#keepFooter(frame);
    const isMissing = this.#declared.footer && this.#footerFrame === undefined;
    if (isMissing && !this.#reader.isCancelled) throw await this.#endBefore("footer");
    return undefined;
  }

  #unlessLeft(error: unknown): void {
    if (!this.#reader.isCancelled) throw error;
  }

  /** After the footer the chain may still have something to do, but not to say: it is let end, and nobody waits for it. */
  #keepFooter(frame: Frame): void {
    this.#footerFrame = frame;
    if (this.#frames.hasMore) this.#reader.cancel();
    void this.#reader.read().then((more) => more && this.#reader.cancel());
  }

  async #readFooter(): Promise<unknown> {
    if (!this.#declared.footer) throw this.#reader.error("the chain declares no footer");
    if (this.#isLooping) await this.#loopEnd();
    while ((await this.#nextItem()) !== undefined) this.#hasDropped = true;
    if (this.#footerFrame === undefined) throw await this.#endBefore("footer");
    return this.#footerFrame.value;
  }

  #loopEnd(): Promise<void> {
    return new Promise((resolve) => {
      this.#endLoop = resolve;
    });
  }

  /** The error of a stream that ended too early. Where it failed before, that error is thrown again. */
  async #endBefore(part: Frame["kind"]): Promise<ChainStreamError> {
    await this.#reader.read();
    this.#reader.throwFailure();
    const { isCancelled } = this.#reader;
    if (isCancelled) return this.#reader.error(`the stream was left before its ${part}`, { help: askLater });
    return this.#reader.fail(`the stream ended without its ${part}`, { help: raised })();
  }
}

/** Nobody has to listen: a rejection that nobody waits for would end the process. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}
