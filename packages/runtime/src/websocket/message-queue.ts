import type { Bytes } from "../bytes.js";

/** A message, as it is given out. */
export type Message = string | Bytes;

/** How the messages end: with an error, which is made for each reader, or just so. */
interface Ending {
  readonly errorOf?: () => unknown;
}

/** The messages that came and wait to be read, or the readers that wait for one. */
export class MessageQueue {
  readonly #messages: Message[] = [];
  readonly #readers: ((message: Message | undefined) => void)[] = [];
  #size = 0;
  #ending: Ending | undefined;

  /** How much waits to be read. */
  get size(): number {
    return this.#size;
  }

  /** Hands a message to the reader who has waited longest, or keeps it. After the end there are no more. */
  add(message: Message): void {
    if (this.#ending !== undefined) return;
    const reader = this.#readers.shift();
    if (reader === undefined) {
      this.#messages.push(message);
      this.#size += message.length;
    } else {
      reader(message);
    }
  }

  /** The next message; nothing at the end: ask `throwFailure` then. */
  next(): Promise<Message | undefined> {
    const message = this.#messages.shift();
    this.#size -= message?.length ?? 0;
    return new Promise((resolve) => {
      if (message !== undefined || this.#ending !== undefined) resolve(message);
      else this.#readers.push(resolve);
    });
  }

  /**
   * Throws what the messages ended with, if it is an error. Whoever reads calls it: made where the connection closes, the error
   * would not know who waits.
   */
  throwFailure(): void {
    const { errorOf } = this.#ending ?? {};
    if (errorOf !== undefined) throw errorOf();
  }

  /** What waits is still given out, then every reader gets the end. The first end is the one that counts. */
  end(ending: Ending): void {
    this.#ending ??= ending;
    for (const reader of this.#readers.splice(0)) reader(undefined);
  }

  /** Drops what waits. */
  clear(): void {
    this.#messages.length = 0;
    this.#size = 0;
  }
}
