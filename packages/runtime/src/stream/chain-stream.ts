import type { Bytes } from "../bytes.js";

/** The answer of a chain that streams, in parts as they arrive. It can be read once; leaving the loop ends the request. */
export interface ChainStream<Part> extends AsyncIterable<Part> {
  /** Baseten's id of the request (`x-baseten-request-id`), if it came. */
  readonly requestId: string | undefined;
  /**
   * Ends the request and closes the connection. A stream that is neither read to its end nor left by `break` needs it:
   * otherwise the server waits for its reader.
   */
  cancel(): void;
}

/** What a chain streams as text. */
export interface TextStream extends ChainStream<string> {
  /**
   * All of it, as one text.
   *
   * @throws `ChainStreamError` if the stream breaks off or is cancelled; `receivedText` is what had arrived.
   */
  text(): Promise<string>;
}

/** What a chain streams as bytes. */
export interface ByteStream extends ChainStream<Bytes> {
  /**
   * All of them, in one array.
   *
   * @throws `ChainStreamError` if the stream breaks off or is cancelled.
   */
  bytes(): Promise<Bytes>;
}

/** What a chain streams as items, perhaps between a header and a footer; what the chain does not declare is `never`. */
export interface FramedStream<Header, Item, Footer> extends ChainStream<Item> {
  /** What comes before the items. It may be read at any time, and more than once. */
  readonly header: Promise<Header>;
  /**
   * What comes after the items: its arrival shows that none is missing. Items not read by then are read and dropped, so
   * ask for it after the loop: a loop that loses items to it fails. After a `break` there is none.
   *
   * @throws `ChainStreamError` if the stream ends without it: the chain raised, or the connection broke.
   */
  readonly footer: Promise<Footer>;
}
