import type { StreamReader } from "./stream-reader.js";

/** All parts of a stream. Where it was cancelled, what came by then must not pass for the whole. */
export async function wholeOf<Part>(parts: () => AsyncIterator<Part>, reader: StreamReader): Promise<Part[]> {
  const read: Part[] = [];
  for await (const part of { [Symbol.asyncIterator]: parts }) read.push(part);
  if (reader.isCancelled) throw reader.error("the stream was left before its end", { help: "Loop over its parts." });
  return read;
}
