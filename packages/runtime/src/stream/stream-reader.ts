import { ChainStreamError } from "../errors/chain-stream-error.js";
import type { StreamCallOptions } from "../options/stream-call-options.js";
import { longestTimerMs } from "../request/deadline.js";
import { onAbort } from "../request/on-abort.js";
import type { Answer } from "../response/answer.js";
import { reasonOf } from "../response/connection-failure.js";
import { identityOf, shownText } from "../response/reply.js";

/** What an error says beside its message. */
export interface FailureDetails {
  /** Left out, it is that of every stream. */
  readonly help?: string;
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** How a stream ended: whole where there is neither. */
interface Ending {
  /** Gives the error that it ended with. */
  readonly errorOf?: () => unknown;
  readonly isCancelled?: true;
}

type Chunk = Uint8Array<ArrayBuffer>;

/** How much of a text an error keeps, in characters. */
const longestText = 100_000;

/** Reads the body of an answer as it is asked for: what nobody asks for yet waits at the server. */
export class StreamReader {
  readonly requestId: string | undefined;
  readonly #answer: Answer;
  readonly #request: AbortController;
  readonly #body: ReadableStreamDefaultReader<Chunk> | undefined;
  readonly #stallTimeoutMs: number;
  #ending: Ending | undefined;
  #receivedBytes = 0;
  #receivedText = "";

  /** The caller's signal ends the stream at any time; then every read fails with its reason. */
  constructor(answer: Answer, request: AbortController, { signal, stallTimeoutMs = 65_000 }: StreamCallOptions) {
    this.requestId = identityOf(answer).requestId;
    this.#answer = answer;
    this.#request = request;
    this.#body = (answer.response.body as Partial<typeof answer.response.body>)?.getReader?.();
    this.#stallTimeoutMs = stallTimeoutMs;
    const errorOf = (): unknown => signal?.reason;
    const forget = signal ? onAbort(signal, () => this.#end({ errorOf })) : undefined;
    request.signal.addEventListener("abort", () => forget?.());
    if (signal?.aborted) this.#end({ errorOf });
    if (answer.response.body === null) this.#end({});
    else if (this.#body === undefined) this.fail("`fetch` gives no stream here", { help: "Give a `fetch` that does." });
  }

  /** Whether the reader was told to stop before the stream ended. */
  get isCancelled(): boolean {
    return this.#ending?.isCancelled === true;
  }

  /** The next bytes, at least one; nothing at the end, after `cancel`, and where it failed: ask `throwFailure` then. */
  read(): Promise<Chunk | undefined> {
    if (this.#body === undefined || this.#ending !== undefined) return Promise.resolve(undefined);
    const timer = setTimeout(() => this.#stall(), Math.min(this.#stallTimeoutMs, longestTimerMs));
    return this.#body.read().then(
      ({ value }) => {
        clearTimeout(timer);
        return value?.length === 0 ? this.read() : this.#take(value);
      },
      (cause: unknown) => {
        clearTimeout(timer);
        return this.#breakOff(cause);
      },
    );
  }

  /**
   * Throws what the stream failed with, if it did, and the same each time. Whoever reads calls it, and only then the error is
   * made: made where the connection breaks, it would not know who waits.
   */
  throwFailure(): void {
    const { errorOf } = this.#ending ?? {};
    if (errorOf !== undefined) throw errorOf();
  }

  /** Ends the request. A read that waits gets nothing. */
  cancel(): void {
    this.#end({ isCancelled: true });
  }

  /** Keeps the text that has come, for an error. */
  note(text: string): void {
    if (this.#receivedText.length < longestText) this.#receivedText += text;
  }

  /** The text for an error. What is to be cut is given whole: a part of the key would not be known as such. */
  shown(text: string): string {
    return shownText({ ...this.#answer, text });
  }

  /** An error of the stream, which goes on. */
  error(message: string, details: FailureDetails = {}): ChainStreamError {
    const receivedText = this.shown(this.#receivedText).slice(0, longestText) || undefined;
    const progress = { receivedBytes: this.#receivedBytes, receivedText };
    return new ChainStreamError(this.shown(message), { ...identityOf(this.#answer), ...progress, ...details });
  }

  /** Ends the request with an error, which is made when it is first asked for: every later read fails with the same. */
  fail(message: string, details?: FailureDetails): () => ChainStreamError {
    let error: ChainStreamError | undefined;
    const errorOf = (): ChainStreamError => (error ??= this.error(message, details));
    this.#end({ errorOf });
    return errorOf;
  }

  /** What has come after the stream was ended is not given out. */
  #take(chunk: Chunk | undefined): Chunk | undefined {
    if (this.#ending !== undefined) return undefined;
    if (chunk === undefined) this.#end({});
    this.#receivedBytes += chunk?.length ?? 0;
    return chunk;
  }

  #stall(): void {
    const help = "Raise `stallTimeoutMs`, if the chain needs longer between two parts.";
    this.fail(`the stream was silent for ${this.#stallTimeoutMs} ms`, { retryable: true, help });
  }

  #breakOff(error: unknown): undefined {
    const help = "Call again. `receivedText` and `receivedBytes` hold what came.";
    this.fail(`the connection broke: ${reasonOf(error)}`, { retryable: true, help, cause: error });
  }

  #end(how: Ending): void {
    // A stream that ended may still turn out to be cut.
    if (this.isCancelled || this.#ending?.errorOf !== undefined) return;
    this.#ending = how;
    this.#request.abort();
    // It ends the reads that wait, even where a `fetch` of the caller's does not listen to the request's signal.
    this.#body?.cancel().catch(() => {});
  }
}
