import type { Bytes } from "../bytes.js";
import type { SocketClose } from "../errors/chain-socket-error.js";

/**
 * An open connection to a chain. A loop over it gives the messages as they arrive: text as a string, bytes as a `Uint8Array`. It
 * ends when `run_remote` returns, and leaving it early closes the connection.
 *
 * @example
 * ```ts
 * socket.send("Hello");
 * for await (const message of socket) console.log(message);
 * ```
 */
export interface ChainSocket extends AsyncIterable<string | Bytes> {
  /**
   * The next message, without closing the connection after it; nothing once `run_remote` has returned, or after `close`.
   *
   * @throws `ChainSocketError` where the connection closed in any other way, after the messages that came before; the
   * reason of the signal, after an abort.
   */
  receive(): Promise<string | Bytes | undefined>;
  /**
   * Sends a text, or bytes, which are copied. It does not wait: see `bufferedAmount`.
   *
   * @throws `ChainInputError` for an empty text, which a chain that calls `receive()` cannot take.
   * @throws `ChainSocketError` once the connection is closed or closing.
   */
  send(message: string | Uint8Array): void;
  /**
   * Sends a value as a text in JSON.
   *
   * @throws `ChainInputError` if it contains something that JSON cannot express.
   * @throws `ChainSocketError` once the connection is closed or closing.
   */
  sendJson(value: unknown): void;
  /** How many bytes were sent but have not left this machine yet; 0 if the platform does not say. */
  readonly bufferedAmount: number;
  /**
   * Closes the connection. What came before it is closed can still be read.
   *
   * @param code - 1000, or 3000 to 4999. Left out, it is 1000.
   * @param reason - At most 123 bytes in UTF-8.
   * @throws `ChainInputError` for any other code, or a longer reason.
   */
  close(code?: number, reason?: string): void;
  /** Settles when the connection is closed, for whatever reason. It never rejects. */
  readonly closed: Promise<SocketClose>;
}
