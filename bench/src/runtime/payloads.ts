/** A record as a chain may take and give it: texts, numbers, a list. */
export interface Paragraph {
  readonly id: number;
  readonly text: string;
  readonly scores: readonly number[];
}

/** Some records, the same each time. */
export function paragraphs(count: number): readonly Paragraph[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    text: `Paragraph ${id} says what the ones before it have said, in other words.`,
    scores: Array.from({ length: 8 }, (_, index) => (id * 7919 + index * 104_729) / 1_000_003),
  }));
}

/** Bodies of JSON answers, by path. */
export const answers: ReadonlyMap<string, string> = new Map([
  ["short", JSON.stringify("Hello, Ada and Grace!")],
  ["long", JSON.stringify(paragraphs(500))],
]);

/** How much a stream gives in all, in bytes. */
const streamLength = 8 * 2 ** 20;

/** How much a server writes at once where a chain does not say, in bytes. */
const writeLength = 2 ** 16;

/** What the streams are made of, by path. Each frame of `tokens` is written alone, as a chain that generates text does. */
export const streams: ReadonlyMap<string, Iterable<Uint8Array>> = new Map<string, Iterable<Uint8Array>>([
  ["ascii", written(repeated(Buffer.from("She sells sea shells on the sea shore. ")))],
  ["unicode", written(repeated(Buffer.from("Ça, c'est déjà vu: 海の家で 🐚 を売る。 ")))],
  ["tokens", Array.from({ length: 40_000 }, (_, index) => frame({ token: ` word${index}`, logprob: -0.25, index }))],
  ["records", written(repeated(frame(paragraphs(1)[0])))],
  ["pages", written(repeated(frame(paragraphs(100))))],
  ["sounds", written(repeated(frame({ at: 1.5, sound: Buffer.alloc(192_000, 7).toString("base64") })))],
]);

/** A frame with an item, as truss writes it (`truss_chains/streaming.py`). */
function frame(item: unknown): Buffer {
  const content = Buffer.from(JSON.stringify(item));
  const tag = Buffer.alloc(5);
  tag.writeUInt8(3);
  tag.writeUInt32BE(content.length, 1);
  return Buffer.concat([tag, content]);
}

function repeated(part: Buffer): Buffer {
  return Buffer.concat(Array.from({ length: Math.ceil(streamLength / part.length) }, () => part));
}

function written(whole: Buffer): readonly Buffer[] {
  const count = Math.ceil(whole.length / writeLength);
  return Array.from({ length: count }, (_, index) => whole.subarray(index * writeLength, (index + 1) * writeLength));
}
