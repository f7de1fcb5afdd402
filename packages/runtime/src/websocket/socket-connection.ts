import { ChainSocketError, type SocketClose } from "../errors/chain-socket-error.js";
import type { ConnectOptions, WebSocketLike } from "../options/connect-options.js";
import { onAbort } from "../request/on-abort.js";
import { shownText } from "../response/reply.js";
import type { ChainSocket } from "./chain-socket.js";
import { closeKind, closeMessage } from "./close-kind.js";
import { checkClose, encodeMessage, encodeValue } from "./encode-message.js";
import { type Message, MessageQueue } from "./message-queue.js";

/** How long the other side may take to close, in milliseconds. */
const closingMs = 5000;

/** Past this much that waits to be read, a server is held back where the platform can do that. */
const comfortableSize = 1_000_000;

/** What some implementations have besides: `ws` has all of it, Node's own gets a `terminate` of ours, the others have none of it. */
interface Abilities {
  readonly bufferedAmount?: number;
  pause?(): void;
  resume?(): void;
  terminate?(): void;
}

/** What a connection knows of its call. */
export interface SocketContext {
  readonly chain: string;
  /** Each `authorization` that was sent, one after the other. */
  readonly secret: string;
  readonly options: ConnectOptions;
}

/** A connection over one websocket. It listens from the start: a server may speak at once. */
export class SocketConnection implements ChainSocket {
  readonly closed: Promise<SocketClose>;
  readonly #socket: WebSocketLike & Abilities;
  readonly #context: SocketContext;
  readonly #messages = new MessageQueue();
  #settleClosed: (close: SocketClose) => void = () => {};
  /** How this side closes it. */
  #ownClose: SocketClose | undefined;
  /** How it closed in the end. */
  #close: SocketClose | undefined;
  /** Takes back that the signal closes it. */
  #forget = (): void => {};
  #isPaused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: WebSocketLike, context: SocketContext) {
    this.#socket = socket;
    this.#context = context;
    this.closed = new Promise((resolve) => {
      this.#settleClosed = resolve;
    });
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => this.#receive(data));
    socket.addEventListener("close", ({ code, reason, wasClean }) => this.#finish(code || 1006, reason, wasClean));
    // A close event follows, on most platforms.
    socket.addEventListener("error", () => this.#expectClose());
    const { signal } = context.options;
    if (signal) this.#forget = onAbort(signal, this.#abort);
    if (signal?.aborted) this.#abort();
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount ?? 0;
  }

  send(message: string | Uint8Array): void {
    this.#transmit(encodeMessage(this.#context.chain, message));
  }

  sendJson(value: unknown): void {
    this.#transmit(encodeValue(this.#context.chain, value));
  }

  async receive(): Promise<Message | undefined> {
    const message = await this.#messages.next();
    if (message === undefined) this.#messages.throwFailure();
    if (this.#messages.size < comfortableSize) this.#resume();
    return message;
  }

  close(code = 1000, reason = ""): void {
    checkClose(this.#context.chain, code, reason);
    this.#end("caller", code, reason);
  }

  [Symbol.asyncIterator](): AsyncIterator<Message, undefined> {
    return {
      next: async () => {
        const value = await this.receive();
        return value === undefined ? { done: true, value } : { done: false, value };
      },
      return: () => {
        this.close();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  /** Forgets a socket that did not open. */
  drop(): void {
    this.#finish(1006, "", false);
  }

  #transmit(data: string | ArrayBuffer): void {
    const close = this.#close ?? this.#ownClose;
    if (close !== undefined) throw this.#error(close);
    this.#socket.send(data);
  }

  #receive(data: unknown): void {
    this.#messages.add(typeof data === "string" ? data : new Uint8Array(data as ArrayBuffer));
    const { maxQueuedBytes = 209_715_200 } = this.#context.options;
    if (this.#messages.size > comfortableSize) this.#pause();
    if (this.#messages.size > maxQueuedBytes) this.#end("unread", 1000, "");
  }

  readonly #abort = (): void => {
    this.#messages.clear();
    this.#messages.end({ errorOf: (): unknown => this.#context.options.signal?.reason });
    this.#end("caller", 1000, "");
  };

  #end(kind: SocketClose["kind"], code: number, reason: string): void {
    if (this.#ownClose !== undefined || this.#close !== undefined) return;
    this.#ownClose = { code, reason, clean: false, kind };
    // A paused socket would not see the other side's answer.
    this.#resume();
    this.#socket.close(code, reason);
    this.#expectClose();
  }

  #pause(): void {
    this.#isPaused = true;
    this.#socket.pause?.();
  }

  #resume(): void {
    if (this.#isPaused) this.#socket.resume?.();
    this.#isPaused = false;
  }

  #expectClose(): void {
    this.#timer ??= setTimeout(() => {
      this.#socket.terminate?.();
      this.#finish(1006, "", false);
    }, closingMs);
  }

  #finish(code: number, reason: string, clean: boolean): void {
    if (this.#close !== undefined) return;
    clearTimeout(this.#timer);
    this.#forget();
    const shown = shownText({ secret: this.#context.secret, text: reason });
    const close: SocketClose = { code, reason: shown, clean, kind: this.#ownClose?.kind ?? closeKind(code) };
    this.#close = close;
    const isOrderly = close.kind === "returned" || close.kind === "caller";
    this.#messages.end(isOrderly ? {} : { errorOf: () => this.#error(close) });
    this.#settleClosed(close);
  }

  #error(close: SocketClose): ChainSocketError {
    return new ChainSocketError(closeMessage(close), { chain: this.#context.chain, ...close });
  }
}
