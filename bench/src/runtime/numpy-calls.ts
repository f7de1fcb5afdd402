import { type BinaryChainDescriptor, invokeBinary, NdArray } from "@typed-chains/runtime/binary";
import type { Contest } from "../measure/contest.js";
import type { Peers } from "../peers.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** What the bench uses of msgpackr. */
interface Msgpackr {
  readonly Packr: new (options: { readonly mapsAsObjects: boolean }) => Packr;
}

interface Packr {
  pack(value: unknown): Bytes;
  unpack(bytes: Bytes): ReadonlyMap<string, ReadonlyMap<unknown, unknown>>;
}

/** An answer for the direction that is not looked at: a list without items. */
const nothing: Bytes = Uint8Array.of(0x90);

const keys = {
  nd: Buffer.from("nd"),
  type: Buffer.from("type"),
  kind: Buffer.from("kind"),
  shape: Buffer.from("shape"),
};
const dataKey = Buffer.from("data");

/**
 * Binary calls with arrays of numpy's, against msgpackr on the same bytes. Nothing is sent: the `fetch` of both answers from
 * memory, so that the message is what is timed.
 */
export async function numpyCalls(peers: Peers): Promise<readonly Contest[]> {
  const { Packr } = await peers.load<Msgpackr>("msgpackr");
  const packr = new Packr({ mapsAsObjects: false });
  return [
    ...contests(packr, "an array of 4 MB", arrays(1, 2 ** 20), 150),
    ...contests(packr, "1,000 arrays of 64 B", arrays(1000, 16), 40),
  ];
}

function contests(
  packr: Packr,
  title: string,
  input: ReadonlyMap<string, Float32Array>,
  rounds: number,
): readonly Contest[] {
  const message = packr.pack(new Map([...input].map(([name, data]) => [name, numpyMap(data)])));
  const ours = Object.fromEntries([...input].map(([name, data]) => [name, new NdArray(data)]));
  const send = (): Promise<Bytes> => {
    return answerTo(packr.pack(new Map([...input].map(([name, data]) => [name, numpyMap(data)]))), nothing);
  };
  const receive = async (): Promise<readonly Float32Array[]> => {
    return [...packr.unpack(await answerTo(nothing, message)).values()].map(floatsIn);
  };
  const common = { measure: "time", rounds, warmUpRounds: rounds / 5 } as const;
  return [
    {
      ...common,
      title: `numpy: sending ${title}`,
      ours: () => call(ours, nothing),
      peers: { msgpackr: { way: send } },
    },
    {
      ...common,
      title: `numpy: receiving ${title}`,
      ours: () => call({}, message),
      peers: { msgpackr: { way: receive } },
    },
  ];
}

function arrays(count: number, length: number): ReadonlyMap<string, Float32Array> {
  const data = Float32Array.from({ length }, (_, index) => index / 7);
  return new Map(Array.from({ length: count }, (_, index) => [`array${index}`, data]));
}

/** What msgpack_numpy makes of an array. */
function numpyMap(data: Float32Array): ReadonlyMap<unknown, unknown> {
  return new Map<unknown, unknown>([
    [keys.nd, true],
    [keys.type, "<f4"],
    [keys.kind, Buffer.alloc(0)],
    [keys.shape, [data.length]],
    [dataKey, Buffer.from(data.buffer, data.byteOffset, data.byteLength)],
  ]);
}

function floatsIn(map: ReadonlyMap<unknown, unknown>): Float32Array {
  const [, , , , data] = map.values();
  if (!(data instanceof Uint8Array)) throw new Error("msgpackr read no array.");
  return new Float32Array(new Uint8Array(data).buffer);
}

function call(input: Record<string, NdArray>, answer: Bytes): Promise<unknown> {
  const chain: BinaryChainDescriptor<object, unknown, object, unknown> = { name: "Bench", transport: "json" };
  const fetch = (_: unknown, { body }: RequestInit = {}): Promise<Response> => respond(body, answer);
  return invokeBinary(chain, input, { baseUrl: "https://bench.test", apiKey: "k", fetch });
}

async function answerTo(body: Bytes, answer: Bytes): Promise<Bytes> {
  return new Uint8Array(await (await respond(body, answer)).arrayBuffer());
}

/** What `fetch` does without a network: it takes the body, and has an answer. */
function respond(_: RequestInit["body"], answer: Bytes): Promise<Response> {
  return Promise.resolve(new Response(answer, { headers: { "content-type": "application/octet-stream" } }));
}
