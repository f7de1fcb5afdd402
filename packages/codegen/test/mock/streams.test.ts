import { once } from "node:events";
import { type IncomingMessage, request as send } from "node:http";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allRecordings, bodyOf, type Recording } from "../../../../tests/support/recordings.js";
import { type MockOptions, startMock } from "../../src/mock/mock-server.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { readPythonSource } from "../../src/read/python/read-python.js";
import type { ChainSignature, FrameSchemas, JsonSchema, JsonValue } from "../../src/signature.js";
import { withMock } from "./start-mock.js";

const host = diskHost(fileURLToPath(new URL("../../../../fixtures/wire/chains/", import.meta.url)));

function signatureOf({ chain_file, entrypoint }: Recording): ChainSignature {
  const { signature } = readPythonSource(host, chain_file, { entrypoint });
  if (signature === undefined) throw new Error(`no signature of ${entrypoint}`);
  return signature;
}

function recordingOf(name: string): Recording {
  const recording = allRecordings().find((candidate) => candidate.name === name);
  if (recording === undefined) throw new Error(`no recording ${name}`);
  return recording;
}

interface Replayed {
  readonly status: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends a recorded request to a mock of its chain, on a connection of its own. */
async function replay(recording: Recording, more: Pick<MockOptions, "answer">): Promise<Replayed> {
  const { method, path, headers } = recording.request;
  return withMock({ signature: signatureOf(recording), ...more }, async ({ url }) => {
    const sent = send(url + path, { method, headers, agent: false });
    sent.end(bodyOf(recording.request));
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    const body = (await buffer(response)).toString();
    return { status: response.statusCode, headers: response.headers, body };
  });
}

/** What of an answer has to be as it was recorded. */
function compared({ status, headers, body }: Replayed): unknown {
  const names = ["content-type", "transfer-encoding", "x-baseten-error-code"];
  return [status, names.map((name) => headers[name]), body];
}

const word = (at: number): string => `chunk ${at} é€\n`;
const words = [word(0), word(1), word(2)];
const item = (idx: number): JsonValue => ({ idx, text: `item ${idx} é` });
const frames = (n: number): JsonValue => ({
  header: { start: "now", total: n },
  items: Array.from({ length: n }, (_, idx) => item(idx)),
  footer: { done: true, count: n },
});

describe("recorded calls of chains that stream get the recorded answer", () => {
  test.each<[string, JsonValue | undefined]>([
    ["stream_str", words],
    ["stream_str_accept_event_stream", words.slice(0, 2)],
    ["stream_str_accept_json", words],
    ["stream_str_accept_json_openai_ua", words.slice(0, 2)],
    ["stream_str_accept_json_params", words.slice(0, 2)],
    ["stream_str_fail_first", []],
    ["stream_str_fail_mid", words.slice(0, 2)],
    ["stream_str_null_default", words.slice(0, 1)],
    ["stream_str_zero", []],
    ["stream_str_invalid_input", undefined],
    ["stream_str_malformed", undefined],
    ["stream_bytes", ["AP8A", "Af4A", "Av0A"]],
    ["stream_bytes_accept_json", ["AP8A", "Af4A", "Av0A"]],
    ["stream_empty", []],
    ["stream_empty_accept_json", [""]],
    ["framed_fast", frames(5)],
    ["framed_zero_items", frames(0)],
    ["schema_framed", undefined],
    ["schema_stream_bytes", undefined],
    ["schema_stream_str", undefined],
  ])("%s", async (name, answer) => {
    const recording = recordingOf(name);
    const { status, headers } = recording.response;
    const named = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value] as const);
    const recorded = { status, headers: Object.fromEntries(named), body: bodyOf(recording.response).toString() };
    expect(compared(await replay(recording, answer === undefined ? {} : { answer }))).toStrictEqual(compared(recorded));
  });
});

const text = { type: "string" };
const empty = { type: "object", properties: {} };

function stream(transport: ChainSignature["transport"], frames?: FrameSchemas): ChainSignature {
  return { formatVersion: 1, name: "Chain", transport, input: empty, ...(frames && { frames }) };
}

async function bytesOf(options: MockOptions, headers: Record<string, string> = {}): Promise<Buffer> {
  return withMock(options, async ({ url }) => {
    const response = await fetch(`${url}/v1/models/model:predict`, { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  });
}

describe("samples", () => {
  test("of text are several parts, of bytes the same without spaces after them, and the same each time", async () => {
    const [words, again, bytes] = [
      await bytesOf({ signature: stream("text-stream") }),
      await bytesOf({ signature: stream("text-stream") }),
      await bytesOf({ signature: stream("byte-stream") }),
    ];
    expect(words.toString()).toMatch(/^\S.*\S $/);
    expect(again).toStrictEqual(words);
    const withoutSpaces = (part: Buffer): string => part.toString().replaceAll(" ", "");
    expect(withoutSpaces(bytes)).toBe(withoutSpaces(words));
    expect((await bytesOf({ signature: stream("text-stream"), seed: 2 })).equals(words)).toBe(false);
  });

  test("of frames are a header, several items and a footer, where they are declared", async () => {
    const number: JsonSchema = { type: "object", properties: { n: { type: "integer" } }, required: ["n"], title: "N" };
    const tagsOf = async (frames: FrameSchemas): Promise<number[]> => {
      const bytes = await bytesOf({ signature: stream("framed-stream", frames) });
      const tags: number[] = [];
      for (let at = 0; at < bytes.length; at += 5 + bytes.readUInt32BE(at + 1)) tags.push(bytes.readUInt8(at));
      return tags;
    };
    expect(await tagsOf({ header: number, item: number, footer: number })).toStrictEqual([2, 3, 3, 3, 4]);
    expect(await tagsOf({ item: number })).toStrictEqual([3, 3, 3]);
  });

  test("that cannot be made are a diagnostic", async () => {
    const none = { type: "integer", minimum: 2, maximum: 1 };
    const start = await startMock({ signature: stream("framed-stream", { item: text, footer: none }) }, 0);
    expect(start.ok ? [] : start.diagnostics.map(({ code }) => code)).toStrictEqual(["TC504"]);
  });

  test("of a frame whose schema is none are a diagnostic that names it", async () => {
    const start = await startMock({ signature: stream("framed-stream", { item: { $ref: "#/$defs/Nothing" } }) }, 0);
    expect(start.ok ? [] : start.diagnostics.map(({ code, message }) => [code, message.slice(0, 37)])).toStrictEqual([
      ["TC505", "the schema of Chain's item cannot be "],
    ]);
  });
});

describe("an answer of the user's", () => {
  const framed = stream("framed-stream", { header: text, item: { type: "integer" }, footer: text });

  test("may leave the footer out, as a chain does that raises before it", async () => {
    const bytes = await bytesOf({ signature: framed, answer: { header: "h", items: [1] } });
    expect(bytes.toString("latin1")).toBe('\x02\x00\x00\x00\x03"h"\x03\x00\x00\x00\x011');
  });

  test.each<[string, ChainSignature, JsonValue, string]>([
    ["text that is no list", stream("text-stream"), "a", "the answer: Input should be a valid list"],
    ["a part that is no text", stream("text-stream"), ["a", 1], "`[1]`: Input should be a valid string"],
    ["bytes that are no base64", stream("byte-stream"), ["AP8A", "é"], "`[1]`: Input should be a valid base64 string"],
    ["frames that are no object", framed, [], "the answer: Input should be a valid dictionary"],
    ["a missing header", framed, { items: [] }, "`header`: Field required"],
    ["missing items", framed, { header: "h" }, "`items`: Field required"],
    ["a wrong item", framed, { header: "h", items: [1, "a"] }, "`items[1]`: Input should be a valid integer"],
    ["a wrong footer", framed, { header: "h", items: [], footer: 1 }, "`footer`: Input should be a valid string"],
    [
      "a footer that is not declared",
      stream("framed-stream", { item: text }),
      { items: [], footer: "f" },
      "`footer`: Extra inputs are not permitted",
    ],
  ])("is refused where it is %s", async (_, signature, answer, line) => {
    const start = await startMock({ signature, answer }, 0);
    const messages = start.ok ? [] : start.diagnostics.map(({ code, notes }) => [code, notes?.[0]]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.[0]).toBe("TC502");
    expect(messages[0]?.[1]).toContain(line);
  });
});

test("frames that are gathered are spoiled, as they are by the real server", async () => {
  const signature = stream("framed-stream", { item: text });
  const bytes = await bytesOf({ signature, answer: { items: ["a", "b"] } }, { accept: "application/json" });
  expect(bytes.toString()).toMatch(/^"(<memory at 0x[0-9a-f]+>){2}"$/);
});

test("a chain that streams cannot be called asynchronously", async () => {
  await withMock({ signature: stream("text-stream") }, async ({ url }) => {
    const response = await fetch(`${url}/production/async_run_remote`, {
      method: "POST",
      headers: { authorization: "Api-Key k" },
      body: '{"model_input": {}}',
    });
    expect([response.status, await response.json()]).toStrictEqual([
      400,
      { error: "A chain that streams cannot be called asynchronously" },
    ]);
  });
});

test("whoever leaves a stream does not stop the mock", async () => {
  const answer = Array.from({ length: 200 }, () => "a".repeat(100_000));
  await withMock({ signature: stream("text-stream"), answer }, async ({ url }) => {
    const call = (): Promise<Response> => fetch(`${url}/invocations`, { method: "POST", body: "{}" });
    await (await call()).body?.cancel();
    expect((await (await call()).text()).length).toBe(20_000_000);
  });
});
