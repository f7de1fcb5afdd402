import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { readSubmission } from "../../src/mock/async/submission.js";
import { type MockOptions, type MockServer, mockWebhookSecret } from "../../src/mock/mock-server.js";
import { signatureOf, withMock } from "./start-mock.js";

const signature = signatureOf({ count: { type: "integer" } }, { type: "string" });

interface Delivery {
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
}

/** Receives webhooks, answering each with the next of some statuses, until as many have come. */
async function receive(statuses: readonly number[], use: (url: string) => Promise<void>): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  let done = (): void => undefined;
  const complete = new Promise<void>((resolve) => {
    done = resolve;
  });
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on("end", () => {
      response.writeHead(statuses[deliveries.length] ?? 200).end();
      deliveries.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> });
      if (deliveries.length === statuses.length) done();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await use(`http://127.0.0.1:${port}/hook`);
  await complete;
  server.close();
  server.closeAllConnections();
  return deliveries;
}

async function submit({ url }: MockServer, body: unknown): Promise<readonly [number, unknown]> {
  const response = await fetch(`${url}/production/async_run_remote`, {
    method: "POST",
    headers: { authorization: "Api-Key k" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

describe("the result of an asynchronous call is posted to its webhook", () => {
  async function run(
    statuses: readonly number[],
    count: unknown,
    options: Partial<MockOptions> = {},
  ): Promise<readonly Delivery[]> {
    return await withMock({ signature, answer: "done", ...options }, async (server) => {
      return await receive(statuses, async (hook) => {
        const [status, body] = await submit(server, { model_input: { count }, webhook_endpoint: hook, priority: 1 });
        expect([status, body]).toStrictEqual([201, { request_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string }]);
      });
    });
  }

  test("with what a function as answer throws", async () => {
    const answer = (): never => {
      throw new RangeError("none is left");
    };
    const [delivery] = await run([200], 1, { answer });
    expect(delivery?.body).toMatchObject({
      data: null,
      errors: [{ code: "MODEL_PREDICT_ERROR", message: "RangeError: none is left" }],
    });
  });

  test("with the chain's answer", async () => {
    const [delivery] = await run([200], 1);
    expect(delivery?.headers["content-type"]).toBe("application/json");
    expect(delivery?.headers["x-baseten-request-id"]).toBe(delivery?.body["request_id"]);
    expect(delivery?.body).toStrictEqual({
      request_id: delivery?.headers["x-baseten-request-id"],
      model_id: "mock",
      deployment_id: "mock",
      type: "async_request_completed",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string,
      data: "done",
      errors: [],
    });
  });

  test.each<[title: string, options: Partial<MockOptions>, key: string | undefined]>([
    ["a secret that everyone knows", {}, mockWebhookSecret],
    ["the secret that is given", { webhookSecret: "whsec_other" }, "whsec_other"],
    ["nothing, where the secret is empty", { webhookSecret: "" }, undefined],
  ])("signed with %s", async (_, options, key) => {
    const [delivery] = await run([200], 1, options);
    const { "x-baseten-signature": signature } = delivery?.headers ?? {};
    const expected = key && `v1=${createHmac("sha256", key).update(JSON.stringify(delivery?.body)).digest("hex")}`;
    expect(signature).toBe(expected);
  });

  test("or with what is wrong with the input, which is read when it runs", async () => {
    const [delivery] = await run([200], "x");
    expect([delivery?.body["data"], delivery?.body["errors"]]).toStrictEqual([
      null,
      [
        {
          code: "MODEL_INVALID_INPUT",
          message:
            "Input Parsing Error:\n  `count`: Input should be a valid integer, unable to parse string as an integer.",
        },
      ],
    ]);
  });

  test("once more where the receiver fails", async () => {
    const deliveries = await run([503, 200], 1);
    expect(deliveries).toHaveLength(2);
    expect(deliveries[0]?.body).toStrictEqual(deliveries[1]?.body);
  });
});

test.each([
  "https://example.com/hook",
  "http://localhost:3000/",
  "http://app.localhost/",
  "http://127.0.0.1/",
  "http://[::1]/",
])("takes a webhook at %s", (url) => {
  const submission = { model_input: {}, webhook_endpoint: url };
  expect(readSubmission(submission)).toMatchObject({ ok: true, submission: { webhook: new URL(url) } });
});

describe("a submission that the platform does not take", () => {
  const input = { model_input: { count: 1 } };
  test.each<[unknown, string]>([
    [{ count: 1 }, "model_input is required, an object of the chain's arguments"],
    [{ model_input: [1] }, "model_input is required, an object of the chain's arguments"],
    [[], "model_input is required, an object of the chain's arguments"],
    [{ ...input, priority: 3 }, "priority must be a whole number from 0 to 2"],
    [{ ...input, priority: "1" }, "priority must be a whole number from 0 to 2"],
    [{ ...input, max_time_in_queue_seconds: 9 }, "max_time_in_queue_seconds must be a whole number from 10 to 259200"],
    [
      { ...input, inference_retry_config: { max_attempts: 0 } },
      "inference_retry_config.max_attempts must be a whole number from 1 to 10",
    ],
    [
      { ...input, inference_retry_config: { max_delay_ms: 60_001 } },
      "inference_retry_config.max_delay_ms must be a whole number from 0 to 60000",
    ],
    [
      { ...input, webhook_endpoint: "http://example.com/" },
      "webhook_endpoint must be an https URL, or http on this machine",
    ],
    [
      { ...input, webhook_endpoint: "ftp://localhost/" },
      "webhook_endpoint must be an https URL, or http on this machine",
    ],
    [{ ...input, webhook_endpoint: 1 }, "webhook_endpoint must be an https URL, or http on this machine"],
    [
      "{",
      "Input Parsing Error:\n  `__root__`: Expecting property name enclosed in double quotes: line 1 column 2 (char 1).",
    ],
  ])("%j", async (body, message) => {
    await withMock({ signature }, async (server) => {
      expect(await submit(server, body)).toStrictEqual([400, { error: message }]);
    });
  });

  test("is one of more than 256 KiB", async () => {
    await withMock({ signature }, async (server) => {
      const text = JSON.stringify({ ...input, pad: "x".repeat(262_144) });
      expect(await submit(server, text)).toStrictEqual([
        413,
        { error: `Payload too large: ${text.length} bytes, the limit is 262144` },
      ]);
    });
  });
});

test("a submission without a webhook is taken", async () => {
  await withMock({ signature }, async (server) => {
    const [status] = await submit(server, { model_input: { count: 1 }, webhook_endpoint: null });
    expect(status).toBe(201);
  });
});
