import { createParser, type ParseError } from "eventsource-parser";

/** One event of a text that is written as server-sent events. */
export interface ServerSentEvent {
  /** The kind of the event, if it has one. */
  readonly event?: string | undefined;
  /** The id of the event, if it has one. */
  readonly id?: string | undefined;
  /** The lines of its data, joined by line breaks. Often JSON. */
  readonly data: string;
}

/** How long one event may be, in characters. */
const longestEvent = 100_000_000;

/**
 * Reads a text as server-sent events (`data: …`, then an empty line): chains that pass on the answer of a language model
 * often yield them. The content type does not matter, because the platform sends every stream as plain bytes. Leaving the
 * loop leaves the stream as well, and so ends the request, even while the next event is waited for.
 *
 * As the standard says, an event counts once the empty line after it has come; what follows the last one is dropped.
 *
 * @param stream - The text, in parts of any length: what a generated function gives.
 * @throws What the stream throws, a TypeError if it is no stream of text, and a `ParseError` of eventsource-parser for an event
 *   of more than 100 million characters.
 * @example
 * ```ts
 * for await (const { data } of serverSentEvents(await invokeStory({ topic: "sea" }))) console.log(data);
 * ```
 */
export function serverSentEvents(stream: AsyncIterable<string>): AsyncGenerator<ServerSentEvent, void, undefined> {
  // Callers may be JavaScript, and forget to wait for the stream.
  const { [Symbol.asyncIterator]: begin } = Object(stream) as Partial<AsyncIterable<string>>;
  if (begin === undefined) throw new TypeError("`stream` must be a stream of text: `await` the call that gives it");
  const parts = begin.call(stream);
  const events = eventsIn({ [Symbol.asyncIterator]: () => parts });
  const leave = events.return.bind(events);
  // A generator that waits is left only once that has come for which it waits, and one that has not begun leaves nothing.
  events.return = async (value) => {
    await parts.return?.();
    return leave(value);
  };
  return events;
}

async function* eventsIn(stream: AsyncIterable<string>): AsyncGenerator<ServerSentEvent, void, undefined> {
  const events: ServerSentEvent[] = [];
  const parser = createParser({ maxBufferSize: longestEvent, onEvent: (event) => events.push(event), onError: refuse });
  let isStart = true;
  for await (const part of stream) {
    if (typeof part !== "string") throw new TypeError("`stream` must be a stream of text, and not of bytes");
    // A byte order mark in front is no part of the first line, as the standard says.
    parser.feed(isStart ? part.replace(/^\ufeff/, "") : part);
    isStart &&= part === "";
    yield* events.splice(0);
  }
}

/** Fields that nobody knows are passed over, as the standard says. */
function refuse(error: ParseError): void {
  if (error.type === "max-buffer-size-exceeded") throw error;
}
