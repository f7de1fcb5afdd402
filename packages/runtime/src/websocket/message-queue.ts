/** A message, as it is given out. */
export type Message = string | Uint8Array;

/** How the messages end: with an error, or just so. */
interface Ending {
  readonly error?: unknown;
}

interface Reader {
  readonly resolve: (message: Message | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** The messages that came and wait to be read, or the readers that wait for one. */
export class MessageQueue {
  readonly #messages: Message[] = [];
  readonly #readers: Reader[] = [];
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
      reader.resolve(message);
    }
  }

  /** The next message; nothing at the end, or its error. */
  next(): Promise<Message | undefined> {
    const message = this.#messages.shift();
    this.#size -= message?.length ?? 0;
    return new Promise((resolve, reject) => {
      if (message !== undefined) resolve(message);
      else if (this.#ending === undefined) this.#readers.push({ resolve, reject });
      else settle({ resolve, reject }, this.#ending);
    });
  }

  /** What waits is still given out, then every reader gets the end. The first end is the one that counts. */
  end(ending: Ending): void {
    this.#ending ??= ending;
    for (const reader of this.#readers.splice(0)) settle(reader, this.#ending);
  }

  /** Drops what waits. */
  clear(): void {
    this.#messages.length = 0;
    this.#size = 0;
  }
}

function settle({ resolve, reject }: Reader, { error }: Ending): void {
  if (error === undefined) resolve(undefined);
  else reject(error as Error);
}
