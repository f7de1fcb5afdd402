import { afterAll, describe, expect, test } from "vitest";
import { bodyOf, type Recording } from "../../../../tests/support/recordings.js";
import { readMessage } from "../../src/mock/binary/read-message.js";
import { type MockOptions, type MockServer, startMock } from "../../src/mock/mock-server.js";
import type { JsonValue } from "../../src/signature.js";
import { exchange, type RawAnswer } from "./raw-http.js";
import { recordedSignatures } from "./recorded-signatures.js";
import { recordingsOfChains, requestBytes } from "./recordings.js";
import { exclusions } from "./replay-exclusions.js";

const recordings = recordingsOfChains([...recordedSignatures.keys()]);
const excluded = new Set(exclusions.map(({ name }) => name));
const replayed = recordings.filter(({ name }) => !excluded.has(name));
const comparedHeaders = ["content-type", "x-baseten-error-source", "x-baseten-error-code", "allow", "location"];

const isBinary = (type: string | undefined): boolean => type === "application/octet-stream";

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
  const body = bodyOf(response);
  const inBinary = isBinary(response.headers["content-type"]);
  return { answer: inBinary ? readMessage(body) : (JSON.parse(body.toString()) as JsonValue) };
}

/**
 * Python writes `1.0` where JavaScript writes `1`: a result in JSON is compared as the value it is, its keys in order. A message
 * is compared to the byte.
 */
function normalize(status: number | null, type: string | undefined, body: Buffer): string {
  if (isBinary(type)) return body.toString("hex");
  return status === 200 ? JSON.stringify(JSON.parse(body.toString())) : body.toString();
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
      body: normalize(answer?.status ?? null, answer?.headers.get("content-type"), answer?.bytes ?? Buffer.alloc(0)),
    }).toStrictEqual({
      status,
      headers: pickHeaders(recorded),
      body: normalize(status, recorded.get("content-type"), bodyOf(recording.response)),
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
});

test("every recording of the six chains is replayed", () => {
  expect(recordings).toHaveLength(192);
});
