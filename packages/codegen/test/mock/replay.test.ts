import { afterAll, describe, expect, test } from "vitest";
import { bodyOf, type Recording } from "../../../../tests/support/recordings.js";
import { type MockOptions, type MockServer, startMock } from "../../src/mock/mock-server.js";
import type { JsonValue } from "../../src/signature.js";
import { exchange, type RawAnswer } from "./raw-http.js";
import { recordedSignatures } from "./recorded-signatures.js";
import { recordingsOfChains, requestBytes } from "./recordings.js";
import { exclusions } from "./replay-exclusions.js";

const recordings = recordingsOfChains([...recordedSignatures.keys()]);
const excluded = new Set(exclusions.map(({ name }) => name));
const binary = recordings.filter(isBinary);
const replayed = recordings.filter((recording) => !excluded.has(recording.name) && !isBinary(recording));
const comparedHeaders = ["content-type", "x-baseten-error-source", "x-baseten-error-code", "allow", "location"];

function isBinary({ request }: Recording): boolean {
  const type = new Map(Object.entries(request.headers)).get("Content-Type") ?? "";
  return type.toLowerCase().startsWith("application/octet-stream");
}

/** The mocks that run, one for each chain and answer. */
const mocks = new Map<string, Promise<MockServer>>();

afterAll(async () => {
  for (const mock of mocks.values()) await (await mock).close();
});

function mockOf(chain: string, options: Pick<MockOptions, "answer">): Promise<MockServer> {
  const key = JSON.stringify([chain, options]);
  const mock = mocks.get(key) ?? start(chain, options);
  mocks.set(key, mock);
  return mock;
}

async function start(chain: string, options: Pick<MockOptions, "answer">): Promise<MockServer> {
  const signature = recordedSignatures.get(chain);
  if (signature === undefined) throw new Error(`no signature of ${chain}`);
  const started = await startMock({ signature, ...options }, 0);
  if (!started.ok) throw new Error(started.diagnostics.map((diagnostic) => diagnostic.message).join());
  return started.server;
}

async function replay(recording: Recording, requestOnly = false): Promise<RawAnswer | undefined> {
  const { url } = await mockOf(recording.chain_file, requestOnly ? {} : answerOf(recording));
  const [first] = await exchange(url, requestBytes(recording), recording.request.method === "HEAD");
  return first;
}

function answerOf({ request, response }: Recording): Pick<MockOptions, "answer"> {
  if (request.method !== "POST" || response.status !== 200) return {};
  return { answer: JSON.parse(bodyOf(response).toString()) as JsonValue };
}

/** Python writes `1.0` where JavaScript writes `1`: a result is compared as the value it is, its keys in order. */
function normalize(status: number | null, body: string): string {
  return status === 200 ? JSON.stringify(JSON.parse(body)) : body;
}

function pickHeaders(headers: ReadonlyMap<string, string>): Record<string, string | undefined> {
  return Object.fromEntries(comparedHeaders.map((name) => [name, headers.get(name)]));
}

describe("recorded requests get the recorded answer", () => {
  test.each(replayed.map((recording) => [recording.name, recording] as const))("%s", async (_name, recording) => {
    const { status, headers = {} } = recording.response;
    const answer = await replay(recording);
    const recorded = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    expect({
      status: answer?.status ?? null,
      headers: pickHeaders(answer?.headers ?? new Map()),
      body: normalize(answer?.status ?? null, answer?.body ?? ""),
    }).toStrictEqual({
      status,
      headers: pickHeaders(recorded),
      body: normalize(status, bodyOf(recording.response).toString()),
    });
  });
});

describe("recorded requests that the mock answers otherwise on purpose", () => {
  test.each(exclusions.map((exclusion) => [exclusion.name, exclusion.reason, exclusion] as const))(
    "%s: %s",
    async (name, _reason, exclusion) => {
      const recording = recordings.find((candidate) => candidate.name === name);
      if (recording === undefined) throw new Error(`no recording ${name}`);
      const answer = await replay(recording, true);
      const body = exclusion.body ?? answer?.body;
      expect({ status: answer?.status, body: answer?.body }).toStrictEqual({ status: exclusion.status, body });
      expect({ status: answer?.status, body: answer?.body }).not.toStrictEqual({
        status: recording.response.status,
        body: bodyOf(recording.response).toString(),
      });
    },
  );

  test.each(binary.map((recording) => [recording.name, recording] as const))(
    "%s: msgpack",
    async (_name, recording) => {
      const answer = await replay(recording, true);
      expect({ status: answer?.status, body: answer?.body }).toStrictEqual({
        status: 501,
        body: '{"error":"The mock does not speak msgpack: send JSON, with any content type but application/octet-stream"}',
      });
    },
  );
});

test("every recording of the six chains is replayed", () => {
  expect(recordings).toHaveLength(192);
});
