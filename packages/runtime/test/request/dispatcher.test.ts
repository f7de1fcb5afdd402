import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { invoke } from "../../src/index.js";
import { hello, recordingFetch, rejectionOf } from "../support/chain.js";
import { serve, serveBody } from "../support/server.js";

/** What the tests know of the dispatchers of Node's `fetch`. */
interface Dispatcher {
  dispatch(options: object, handler: Handler): boolean;
}

interface Handler {
  onConnect(abort: () => void): void;
  onHeaders(status: number, headers: Buffer[], resume: () => void, text: string): boolean;
  onData(chunk: Buffer): boolean;
  onComplete(trailers: null): void;
}

const place = Symbol.for("undici.globalDispatcher.1");
const globals = globalThis as { [key: symbol]: Dispatcher };
let original: Dispatcher | undefined;

// Node makes its dispatcher with the first of these.
beforeEach(() => {
  void new Headers();
  original = globals[place];
});
afterEach(() => {
  if (original !== undefined) globals[place] = original;
});

/** The class of Node's own dispatcher. */
function agentClass(): new (options: object) => Dispatcher {
  return original?.constructor as new (
    options: object,
  ) => Dispatcher;
}

/** An answer that comes after more silence than the dispatchers of these tests stand: they look at the clock once a second. */
const slowly = () => serve((response) => void setTimeout(() => response.end('"late"'), 2500));

const impatient = { headersTimeout: 200, bodyTimeout: 200 };

describe("a call through Node's own dispatcher", () => {
  test("may be silent for longer than the dispatcher stands by itself", async () => {
    const { origin } = await slowly();
    globals[place] = new (agentClass())(impatient);
    const [called, fetched] = await Promise.all([
      invoke(hello, {}, { baseUrl: origin }),
      rejectionOf(fetch(origin, { method: "POST" })),
    ]);
    expect(called).toBe("late");
    expect(fetched).toHaveProperty("cause.code", "UND_ERR_HEADERS_TIMEOUT");
  });

  test("may be silent within its answer", async () => {
    const { origin } = await serve((response) => {
      response.write('"l');
      setTimeout(() => response.end('ate"'), 2500);
    });
    globals[place] = new (agentClass())(impatient);
    expect(await invoke(hello, {}, { baseUrl: origin })).toBe("late");
  });

  test("keeps what the process has set of it", async () => {
    const { origin } = await serveBody(200, "1");
    const connect = () => {
      throw new Error("mine");
    };
    globals[place] = new (agentClass())({ connect });
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(error).toHaveProperty("message", expect.stringContaining("mine"));
  });
});

describe("a call through another dispatcher", () => {
  test("is answered by it, as by a MockAgent", async () => {
    class MockAgent implements Dispatcher {
      dispatch(_: object, handler: Handler): boolean {
        handler.onConnect(() => {});
        handler.onHeaders(200, [], () => {}, "OK");
        handler.onData(Buffer.from('"mocked"'));
        handler.onComplete(null);
        return true;
      }
    }
    globals[place] = new MockAgent();
    expect(await invoke(hello, {}, { chainId: "abc", apiKey: "k" })).toBe("mocked");
  });

  test("keeps its own limits, and the error names it", async () => {
    const { origin } = await slowly();
    const Agent = agentClass();
    class ProxyAgent extends Agent {}
    globals[place] = new ProxyAgent(impatient);
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(error).toMatchObject({ name: "ChainTimeoutError", retryable: true });
    expect(error).toHaveProperty("message", expect.stringContaining("ProxyAgent"));
    expect(error).toHaveProperty("help", expect.stringContaining("headersTimeout"));
  });
});

test("a fetch of the caller's own gets no dispatcher", async () => {
  const { fetch, sent } = recordingFetch();
  await invoke(hello, {}, { baseUrl: "https://h.test", apiKey: null, fetch });
  expect(sent[0]?.init).not.toHaveProperty("dispatcher");
});
