import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { allRecordings, bodyOf, type Recording } from "../../../../tests/support/recordings.js";
import { type BinaryChainDescriptor, invokeBinary, NdArray } from "../../src/binary/index.js";
import { pack } from "../../src/binary/message/pack.js";
import { unpack } from "../../src/binary/message/unpack.js";
import type { AnyChainError } from "../../src/index.js";
import { rejectionOf } from "../support/chain.js";

type Input = Record<string, unknown>;

const chain: BinaryChainDescriptor<Input, unknown, Input, unknown> = { name: "Hello", transport: "json" };
const message = { "content-type": "application/octet-stream" };

/** The options of a call that is answered with this, and what it was asked. */
function answering(body: string | Uint8Array<ArrayBuffer>, init: ResponseInit = { headers: message }) {
  const asked: Request[] = [];
  const answer: typeof fetch = (url, request) => {
    asked.push(new Request(url, request));
    return Promise.resolve(new Response(body, init));
  };
  return { asked, options: { fetch: answer, baseUrl: "https://h.test", apiKey: null } };
}

async function failureOf(...answer: Parameters<typeof answering>): Promise<AnyChainError> {
  return (await rejectionOf(invokeBinary(chain, {}, answering(...answer).options))) as AnyChainError;
}

test("a call sends msgpack, and gives what the message in the answer holds", async () => {
  const result = { image: new NdArray(Uint8Array.of(1, 2)), blob: Uint8Array.of(3) };
  const { asked, options } = answering(pack(result));
  const input = { array: new NdArray(Float32Array.of(1)), blob: Uint8Array.of(0), left: undefined, nan: Number.NaN };
  expect(await invokeBinary(chain, input, options)).toStrictEqual(result);
  const [request] = asked;
  expect(request?.headers.get("content-type")).toBe("application/octet-stream");
  const { left, ...sent } = input;
  expect(unpack(new Uint8Array((await request?.arrayBuffer()) ?? []))).toStrictEqual(sent);
  expect(left).toBe(undefined);
});

test("a redirect keeps the message and says what it is, though the origin changes", async () => {
  const asked: (readonly [string, string | null])[] = [];
  const redirecting: typeof fetch = (url, init) => {
    asked.push([url instanceof Request ? url.url : String(url), new Headers(init?.headers).get("content-type")]);
    const headers = { location: "https://other.test/there" };
    return Promise.resolve(
      asked.length === 1 ? new Response(null, { status: 307, headers }) : new Response(pack(1), { headers: message }),
    );
  };
  expect(await invokeBinary(chain, {}, { fetch: redirecting, baseUrl: "https://h.test", apiKey: null })).toBe(1);
  expect(asked[1]).toStrictEqual(["https://other.test/there", "application/octet-stream"]);
});

const circle: Input = {};
circle["self"] = circle;

test.each([
  [{ a: [1n] }, ["a", 0], "a binary call has no bigint"],
  [{ a: [undefined] }, ["a", 0], "a binary call has no undefined"],
  [{ a: () => 1 }, ["a"], "a binary call has no function"],
  [{ a: new Date(0) }, ["a"], "a binary call has no Date"],
  [{ a: new Map() }, ["a"], "a binary call has no Map"],
  [{ a: new ArrayBuffer(1) }, ["a"], "a binary call has no ArrayBuffer"],
  [{ a: Float32Array.of(1) }, ["a"], "Float32Array is sent as a numpy array: wrap it in an NdArray"],
  [{ a: "\ud800" }, ["a"], "half of a surrogate pair is not text"],
  [circle, ["self"], "it contains itself"],
])("what no message says is refused before it is sent: %o", async (input, path, message) => {
  const { asked, options } = answering(pack(1));
  const failure = (await rejectionOf(invokeBinary(chain, input as Input, options))) as AnyChainError;
  expect(failure).toMatchObject({ name: "ChainInputError", status: undefined, problems: [{ path, message }] });
  expect(asked).toStrictEqual([]);
});

test("bytes of another realm, which Jest makes, are sent like any other", async () => {
  const { asked, options } = answering(pack(1));
  const blob = runInNewContext("Uint8Array.of(1, 2)") as Uint8Array;
  await invokeBinary(chain, { blob }, options);
  expect(unpack(new Uint8Array((await asked[0]?.arrayBuffer()) ?? []))).toStrictEqual({ blob: Uint8Array.of(1, 2) });
});

test.each([[[]], [null], [new Date()], [new NdArray(Uint8Array.of(1))]])("the input %o is none", async (input) => {
  // @ts-expect-error not an object
  const call = invokeBinary<Input, unknown, Input, unknown>(chain, input, answering("").options);
  expect(await rejectionOf(call)).toMatchObject({ problems: [{ path: [], message: "it must be a plain object" }] });
});

test("an answer that is no message is a ChainDecodeError that shows its beginning", async () => {
  const failure = await failureOf("plain text");
  expect(failure).toMatchObject({ name: "ChainDecodeError", status: 200, body: "plain text" });
  expect(failure.message).toBe("Hello: the answer cannot be read: something follows the message");
});

test("a success in JSON is a ChainDecodeError", async () => {
  const failure = await failureOf('{"a":1}', { headers: { "content-type": "application/json" } });
  expect(failure).toMatchObject({
    name: "ChainDecodeError",
    message: "Hello: the answer is JSON, not in binary form",
  });
});

test("a message that the server marks as an error is none", async () => {
  const headers = { ...message, "x-baseten-error-code": "600" };
  expect(await failureOf(pack(1), { headers })).toMatchObject({ name: "ChainDecodeError" });
});

test("a connection that breaks in the middle is a ChainConnectionError", async () => {
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("gone")) });
  const broken: typeof fetch = () => Promise.resolve(new Response(body, { headers: message }));
  const call = invokeBinary(chain, {}, { fetch: broken, baseUrl: "https://h.test", apiKey: null });
  expect(await rejectionOf(call)).toMatchObject({ name: "ChainConnectionError", status: 200 });
});

const recordings = allRecordings().filter(({ request, response }) => {
  const type = new Map(Object.entries(request.headers)).get("Content-Type") ?? "";
  return /^application\/octet-stream/i.test(type) && response.body_omitted === undefined;
});

function replay({ entrypoint, response: { status, headers, ...body } }: Recording): Promise<unknown> {
  const sent = new Headers(headers);
  for (const name of ["transfer-encoding", "content-length"]) sent.delete(name);
  const { options } = answering(new Uint8Array(bodyOf(body)), { status: status ?? 0, headers: sent });
  return invokeBinary(entrypoint === "BytesIO" ? { ...chain, binaryAnswer: "bytes" } : chain, {}, options);
}

const streams = /^stream_/;

test.each(recordings.filter(({ name }) => !streams.test(name)).map((it) => [it.name, it] as const))(
  "the recorded answer %s is read, or is the error that it is",
  async (_name, recording) => {
    const text = recording.response.body_utf8 ?? "";
    if (recording.response.status === 200) {
      await replay(recording);
      return;
    }
    const name = text.includes("exception_cls_name")
      ? "ChainRemoteError"
      : text.includes("Input Parsing")
        ? "ChainInputError"
        : "ChainHttpError";
    expect(await rejectionOf(replay(recording))).toMatchObject({ name, status: recording.response.status });
  },
);

test("a result that is bytes alone is no message, and comes as it is", async () => {
  const recording = allRecordings().find(({ name }) => name === "bytes_binary");
  if (recording === undefined) throw new Error("the recording is gone");
  expect(await replay(recording)).toStrictEqual(Uint8Array.of(255, 1, 0));
});

test("what Python marks is the same as in the recorded JSON answer", async () => {
  const [inBinary, inJson] = ["rich_binary_native", "rich_json"].map((name) =>
    allRecordings().find((it) => it.name === name),
  );
  if (inBinary === undefined || inJson === undefined) throw new Error("the recordings are gone");
  const expected = JSON.parse(bodyOf(inJson.response).toString()) as object;
  expect(await replay(inBinary)).toStrictEqual({ ...expected, blob: Uint8Array.of(0, 255) });
});
