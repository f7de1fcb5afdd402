import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MockServer, startMock } from "../../src/mock/mock-server.js";
import { exchange } from "./raw-http.js";
import { recordedSignatures } from "./recorded-signatures.js";

let server: MockServer;

beforeAll(async () => {
  const signature = recordedSignatures.get("nested_chain.py");
  if (signature === undefined) throw new Error("no signature");
  const start = await startMock({ signature }, 0);
  if (!start.ok) throw new Error("the mock did not start");
  server = start.server;
});

afterAll(() => server.close());

async function send(body: Uint8Array, path = "/v1/models/model:predict"): Promise<number | undefined> {
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Api-Key k\r\ncontent-length: ${body.length}\r\n\r\n`;
  const [answer, ...more] = await exchange(server.url, Buffer.concat([Buffer.from(head), body]));
  expect(more).toHaveLength(0);
  if (answer?.headers.get("content-type") === "application/json") JSON.parse(answer.body);
  return answer?.status;
}

test("any bytes as a body are answered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await send(bytes)).toBe(400);
    }),
    { numRuns: 100 },
  );
});

test("any JSON as a body is answered, as a call and as a submission", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      expect(await send(Buffer.from(text))).toBe(400);
      expect(await send(Buffer.from(text), "/production/async_run_remote")).toBe(400);
    }),
    { numRuns: 100 },
  );
});

test("any value in any place of the input is answered", async () => {
  const keys = [
    "orderId",
    "created",
    "due",
    "at",
    "window",
    "blob",
    "prio",
    "items",
    "by_sku",
    "pet",
    "unique",
    "__proto__",
  ];
  const member = fc.tuple(fc.constantFrom(...keys), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(fc.array(member), async (members) => {
      const body = JSON.stringify({ order: Object.fromEntries(members), extras: [], index: {} });
      expect(await send(Buffer.from(body))).toBe(400);
    }),
    { numRuns: 100 },
  );
});

test("any bytes at all get a well-formed answer or none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
      for (const answer of await exchange(server.url, bytes)) expect(answer.status).toBeGreaterThanOrEqual(400);
    }),
    { numRuns: 100 },
  );
});

test.each([
  "/%",
  "/%zz",
  "/v1/models/%ff:predict",
  "//",
  "/v1/models//",
  "*",
  "http://x/",
  "/?a?b",
  "/production/run_remote%00",
])("the target %j is answered", async (target) => {
  const [answer] = await exchange(server.url, Buffer.from(`GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`));
  expect([200, 307, 404, 405]).toContain(answer?.status);
});
