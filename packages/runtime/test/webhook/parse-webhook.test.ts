import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { isChainConfigError, isChainWebhookError, type WebhookRefusal } from "../../src/index.js";
import { parseWebhook, type WebhookOptions, type WebhookRequest } from "../../src/webhook/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { message, oldSecret, secret, sentAt, signatureOf, webhookOf } from "../support/webhooks.js";

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-04T05:06:10Z") });
});
afterAll(() => {
  vi.useRealTimers();
});

const taken = { ok: true, requestId: "9876543210abcdef", deploymentId: "d1", sentAt, data: "Hello, Zoë 👋!" };
const options: WebhookOptions = { secrets: secret };

describe("the end of a queued call", () => {
  test("is its result", async () => {
    expect(await parseWebhook(hello, webhookOf(message()), options)).toStrictEqual(taken);
  });

  test("is verified by the signature that Python's hmac and openssl make of the same bytes", async () => {
    const golden = "v1=8e1c901c7401a837b238aba591dd0c12367e915345240fc4b0dfa76cbb3c0507";
    const body =
      '{"request_id":"9876543210abcdef","model_id":"m1","deployment_id":"d1","type":"async_request_completed",' +
      `"time":"${sentAt}","data":"Hello, Zoë 👋!","errors":[]}`;
    const request = { headers: { "x-baseten-signature": golden }, body };
    expect(await parseWebhook(hello, request, options)).toStrictEqual(taken);
  });

  test("is why there is none", async () => {
    const errors = [{ code: "MODEL_PREDICT_ERROR", message: "it raised" }, { code: 7 }];
    expect(await parseWebhook(hello, webhookOf(message({ data: null, errors })), options)).toStrictEqual({
      ok: false,
      requestId: "9876543210abcdef",
      deploymentId: "d1",
      sentAt,
      errors: [
        { code: "MODEL_PREDICT_ERROR", message: "it raised" },
        { code: "", message: "" },
      ],
    });
  });

  test("is a failure where there are errors, though none of them is understood", async () => {
    const result = await parseWebhook(hello, webhookOf(message({ errors: ["it raised"] })), options);
    expect(result).toMatchObject({ ok: false, errors: [] });
  });

  test.each<[unknown]>([[null], [0], [""], [[]], [{ ok: false }], [{ ["__proto__"]: 1 }]])(
    "may be the result %j",
    async (data) => {
      expect(await parseWebhook(hello, webhookOf(message({ data })), options)).toStrictEqual({ ...taken, data });
    },
  );

  test("has no deployment where the platform says none", async () => {
    const request = webhookOf(message({ model_id: undefined, deployment_id: undefined, type: undefined }));
    expect(await parseWebhook(hello, request, options)).toStrictEqual({ ...taken, deploymentId: undefined });
  });
});

const body = JSON.stringify(message());
const [oldSignature, newSignature] = [signatureOf(body, oldSecret), signatureOf(body)];
const unsignedly: WebhookOptions = { secrets: null };
const chained = { ...hello, chainId: "abc" };

describe("a webhook is taken", () => {
  test.each<[title: string, signature: string, options: WebhookOptions]>([
    ["with the second of two secrets", newSignature, { secrets: [oldSecret, secret] }],
    ["beside a secret that is not set", newSignature, { secrets: [secret, undefined, ""] }],
    ["with the first of several signatures", `${newSignature},${oldSignature}`, options],
    ["with the last of several signatures", `${oldSignature}, ${newSignature}`, options],
    ["beside a signature of another kind", `v2=abc,${newSignature}`, options],
    ["without a signature, where that is asked for", "", unsignedly],
    ["with a wrong one, where none is looked at", "v1=0", unsignedly],
  ])("%s", async (_, signature, given) => {
    const request = webhookOf(body, { "x-baseten-signature": signature });
    expect(await parseWebhook(hello, request, given)).toStrictEqual(taken);
  });

  test.each<[title: string, time: string, toleranceSeconds: number | undefined]>([
    ["five minutes after it was sent", "2026-03-04T05:01:10.000000Z", undefined],
    ["five minutes before it was sent", "2026-03-04T05:11:10.000000Z", undefined],
    ["from another zone", "2026-03-04T06:06:10+01:00", undefined],
    ["years later, without a limit", "2020-01-01T00:00:00Z", Number.POSITIVE_INFINITY],
  ])("%s", async (_, time, toleranceSeconds) => {
    const result = await parseWebhook(hello, webhookOf(message({ time })), { secrets: secret, toleranceSeconds });
    expect(result).toStrictEqual({ ...taken, sentAt: time });
  });

  test.each<[title: string, given: unknown, option: string | undefined]>([
    ["of the chain that the module was generated with", "abc", undefined],
    ["of the chain that was called instead", "xyz", "xyz"],
    ["that does not say of which chain", undefined, undefined],
    ["that says of none", null, undefined],
  ])("%s", async (_, chain_id, chainId) => {
    const result = await parseWebhook(chained, webhookOf(message({ chain_id })), { secrets: secret, chainId });
    expect(result).toStrictEqual(taken);
  });

  test("without a header that names the request", async () => {
    const request = webhookOf(message(), { "x-baseten-request-id": undefined });
    expect(await parseWebhook(hello, request, options)).toStrictEqual(taken);
  });

  test("of as many bytes as are allowed", async () => {
    const maxBodyBytes = new TextEncoder().encode(body).length;
    expect(await parseWebhook(hello, webhookOf(body), { secrets: secret, maxBodyBytes })).toStrictEqual(taken);
  });
});

const bytes = new TextEncoder().encode(body);
const notUtf8 = bytes.with(bytes.indexOf(0xf0), 0xff);

type Refused = [title: string, reason: WebhookRefusal, request: WebhookRequest, options?: Partial<WebhookOptions>];

const refusals: Refused[] = [
  ["no signature", "no-signature", webhookOf(body, { "x-baseten-signature": undefined })],
  ["an empty signature", "no-signature", webhookOf(body, { "x-baseten-signature": "" })],
  ["a signature of another secret", "wrong-signature", webhookOf(body, { "x-baseten-signature": oldSignature })],
  ["two secrets of others", "wrong-signature", webhookOf(body), { secrets: [oldSecret, `${secret}x`] }],
  [
    "a signature without its version",
    "wrong-signature",
    webhookOf(body, { "x-baseten-signature": newSignature.slice(3) }),
  ],
  [
    "a signature of another version",
    "wrong-signature",
    webhookOf(body, { "x-baseten-signature": `v2${newSignature.slice(2)}` }),
  ],
  ["a signature cut short", "wrong-signature", webhookOf(body, { "x-baseten-signature": newSignature.slice(0, -1) })],
  [
    "a signature with its last digit changed",
    "wrong-signature",
    webhookOf(body, { "x-baseten-signature": `${newSignature.slice(0, -1)}x` }),
  ],
  ["signatures that are none", "wrong-signature", webhookOf(body, { "x-baseten-signature": ",,v1=,=" })],
  ["one byte more", "wrong-signature", { ...webhookOf(body), body: `${body}\n` }],
  ["JSON that was written again", "wrong-signature", { ...webhookOf(body), body: JSON.stringify(message(), null, 1) }],
  ["nothing", "malformed", webhookOf("")],
  ["what is not UTF-8", "malformed", webhookOf(notUtf8)],
  ["what is not JSON", "malformed", webhookOf(body.slice(0, -1))],
  ["JSON without an object", "malformed", webhookOf([message()])],
  ["no id", "malformed", webhookOf(message({ request_id: undefined }))],
  ["no time", "malformed", webhookOf(message({ time: undefined }))],
  ["a time without a zone", "malformed", webhookOf(message({ time: "2026-03-04T05:06:07.123456" }))],
  ["a time that is none", "malformed", webhookOf(message({ time: "2026-13-04T05:06:07Z" }))],
  ["a time as a number", "malformed", webhookOf(message({ time: Date.now() }))],
  ["no errors", "malformed", webhookOf(message({ errors: undefined }))],
  ["errors that are no list", "malformed", webhookOf(message({ errors: {} }))],
  ["neither data nor errors", "malformed", webhookOf(message({ data: undefined }))],
  ["another event", "malformed", webhookOf(message({ type: "deployment_ready" }))],
  ["more than five minutes of age", "stale", webhookOf(message({ time: "2026-03-04T05:01:09.999Z" }))],
  ["more than five minutes to come", "future", webhookOf(message({ time: "2026-03-04T05:11:10.001Z" }))],
  ["more age than is allowed", "stale", webhookOf(body), { toleranceSeconds: 2 }],
  ["more age than is allowed, unsigned", "stale", webhookOf(body), { secrets: null, toleranceSeconds: 2 }],
  ["the id of another request", "other-request", webhookOf(body, { "x-baseten-request-id": "other" })],
  [
    "an id of a chain that is none",
    "other-chain",
    webhookOf(message({ chain_id: { toString: 1 } })),
    { chainId: "abc" },
  ],
  ["the id of another chain", "other-chain", webhookOf(message({ chain_id: "xyz" })), { chainId: "abc" }],
  [
    "the id of a chain that was called instead",
    "other-chain",
    webhookOf(message({ chain_id: "abc" })),
    { chainId: "xyz" },
  ],
  ["more bytes than are allowed", "too-large", webhookOf(body), { maxBodyBytes: bytes.length - 1 }],
  ["more than 16 MiB", "too-large", webhookOf("x".repeat(16_777_217))],
  ["headers that announce too much", "too-large", webhookOf(body, { "content-length": "99999999" })],
];

describe("a webhook is refused that has", () => {
  test.each(refusals)("%s", async (_, reason, request, given) => {
    const error = await rejectionOf(parseWebhook(chained, request, { ...options, ...given }));
    if (!isChainWebhookError(error)) throw error;
    expect([error.reason, error.chain, error.status, error.retryable]).toStrictEqual([
      reason,
      "Hello",
      undefined,
      false,
    ]);
    expect(error.help).toMatch(/^[^\n]{10,120}\.$/);
    expect(error.message).toMatch(/^Hello: [^\n]+$/);
  });

  test("each reason that there is, but for a connection that breaks", () => {
    const reasons: Record<Exclude<WebhookRefusal, "incomplete">, true> = {
      "no-signature": true,
      "wrong-signature": true,
      "too-large": true,
      malformed: true,
      stale: true,
      future: true,
      "other-request": true,
      "other-chain": true,
    };
    expect(new Set(refusals.map(([, reason]) => reason))).toStrictEqual(new Set(Object.keys(reasons)));
  });

  test("any one of its bytes changed", async () => {
    const { headers } = webhookOf(body);
    for (const [index, byte] of bytes.entries()) {
      const request = { headers, body: bytes.with(index, byte ^ 1) };
      expect(await rejectionOf(parseWebhook(hello, request, options))).toMatchObject({ reason: "wrong-signature" });
    }
  });

  test.each(refusals)("%s, without showing a secret or the right signature", async (_, _reason, request, given) => {
    const error = await rejectionOf(parseWebhook(chained, request, { ...options, ...given }));
    const shown = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
    const right = newSignature.slice(3);
    expect([secret, oldSecret, right].filter((text) => shown.includes(text))).toStrictEqual([]);
  });

  test("an id that its signature covers, and says it", async () => {
    const request = webhookOf(message({ time: "2026-03-04T04:00:00Z" }));
    const error = await rejectionOf(parseWebhook(hello, request, options));
    expect(error).toMatchObject({
      requestId: "9876543210abcdef",
      message: "Hello: the webhook was sent 3970 s ago, and 300 s are allowed",
    });
  });
});

describe("no webhook is taken, and none is refused for what it has, where", () => {
  test.each<[title: string, options: unknown]>([
    ["the secret is not set", { secrets: undefined }],
    ["the secret is not given", {}],
    ["the secret is empty", { secrets: "" }],
    ["there are no secrets", { secrets: [] }],
    ["none of the secrets is set", { secrets: [undefined, ""] }],
    ["the secret has a line break at its end", { secrets: `${secret}\n` }],
    ["a secret is no text", { secrets: [secret, 1] }],
    ["a secret is null, among others", { secrets: [null, secret] }],
    ["the tolerance is no number", { secrets: secret, toleranceSeconds: Number.NaN }],
    ["the tolerance is negative", { secrets: secret, toleranceSeconds: -1 }],
    ["no byte is allowed", { secrets: secret, maxBodyBytes: 0 }],
  ])("%s", async (_, given) => {
    const error = await rejectionOf(parseWebhook(hello, webhookOf(body), given as WebhookOptions));
    expect(isChainConfigError(error)).toBe(true);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
  });
});
