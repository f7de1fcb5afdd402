import { describe, expect, test } from "vitest";
import { type CallOptions, invoke } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serve, serveBody, type TestServer } from "../support/server.js";

const options: CallOptions = { apiKey: "k", headers: { "x-own": "1" } };

function redirecting(status: number, location: string | undefined): Promise<TestServer> {
  return serve((response, { path }) => {
    if (path === "/there") response.end('"arrived"');
    else response.writeHead(status, location === undefined ? {} : { location }).end("{}");
  });
}

describe("a redirect", () => {
  test.each([307, 308])("%i within the origin is followed with key, headers and body", async (status) => {
    const { origin, asked } = await redirecting(status, "/there");
    expect(await invoke(hello, { a: 1 }, { ...options, baseUrl: origin })).toBe("arrived");
    expect(asked[1]).toMatchObject({ method: "POST", path: "/there", body: '{"a":1}' });
    expect(asked[1]?.headers).toMatchObject({ authorization: "Api-Key k", "x-own": "1" });
  });

  test("to another origin is followed with the body, without the key and the caller's headers", async () => {
    const other = await serveBody(200, "1");
    const { origin } = await redirecting(307, `${other.origin}/there`);
    expect(await invoke(hello, { a: 1 }, { ...options, baseUrl: origin })).toBe(1);
    expect(other.asked[0]).toMatchObject({
      method: "POST",
      body: '{"a":1}',
      headers: { "content-type": "application/json" },
    });
    expect(other.asked[0]?.headers).not.toHaveProperty("authorization");
    expect(other.asked[0]?.headers).not.toHaveProperty("x-own");
  });

  test("back from another origin brings no key either", async () => {
    const home: TestServer = await serve((response, { path }) => {
      if (path === "/back") response.end("2");
      else response.writeHead(307, { location: `${away.origin}/` }).end();
    });
    const away = await serve((response) => response.writeHead(307, { location: `${home.origin}/back` }).end());
    expect(await invoke(hello, {}, { ...options, baseUrl: home.origin })).toBe(2);
    expect(home.asked[1]?.headers).not.toHaveProperty("authorization");
  });

  test("is followed by a `fetch` whose bodies cannot be cancelled", async () => {
    const { origin } = await redirecting(307, "/there");
    const own: typeof fetch = async (url, init) => {
      const response = await fetch(url, init);
      return response.status === 307 ? Object.defineProperty(response, "body", { value: {} }) : response;
    };
    expect(await invoke(hello, {}, { ...options, baseUrl: origin, fetch: own })).toBe("arrived");
  });

  test("to a host that is named after the key is an error, which does not show it", async () => {
    const apiKey = "Abcd1234.Efgh5678";
    const { origin, asked } = await redirecting(307, `http://${apiKey}.localhost/there?${apiKey}`);
    const error = await rejectionOf(invoke(hello, {}, { apiKey, baseUrl: origin }));
    expect(error).toHaveProperty("message", "Hello: HTTP 307, a redirect to http://[key].localhost/there: {}");
    expect(asked).toHaveLength(1);
  });

  test.each([301, 302, 303])("%i is an error, and is not followed", async (status) => {
    const { origin, asked } = await redirecting(status, "/there");
    const error = await rejectionOf(invoke(hello, {}, { ...options, baseUrl: origin }));
    expect(error).toMatchObject({ name: "ChainHttpError", status, retryable: false });
    expect(error).toHaveProperty("help", expect.stringContaining("final address"));
    expect(asked).toHaveLength(1);
  });

  test.each([undefined, "http://", "ftp://h.test/", "file:///etc/passwd", "data:application/json,1"])(
    "to %s is an error",
    async (location) => {
      const { origin, asked } = await redirecting(307, location);
      const error = await rejectionOf(invoke(hello, {}, { ...options, baseUrl: origin }));
      expect(error).toMatchObject({ name: "ChainHttpError", status: 307 });
      expect(asked).toHaveLength(1);
    },
  );

  test.each([
    ["/there?key=secret#part", "HTTP 302, a redirect to ORIGIN/there: {}"],
    ["https://user:secret@h.test/a/../b?token=secret", "HTTP 302, a redirect to https://h.test/b: {}"],
    ["//h.test", "HTTP 302, a redirect to http://h.test/: {}"],
    ["https://h.test/abcd1234.abcd1234", "HTTP 302, a redirect to https://h.test/[key]: {}"],
    ["data:application/json,secret", "HTTP 302: {}"],
    ["http://", "HTTP 302: {}"],
    [undefined, "HTTP 302: {}"],
  ])("to %s says where it leads, without what may be secret", async (location, message) => {
    const { origin } = await redirecting(302, location);
    const call = invoke(hello, {}, { apiKey: "abcd1234.abcd1234", baseUrl: origin });
    expect(await rejectionOf(call)).toHaveProperty("message", `Hello: ${message.replace("ORIGIN", origin)}`);
  });

  test("from https to http is an error", async () => {
    const urls: string[] = [];
    const fake: typeof fetch = (url) => {
      urls.push(String(url instanceof Request ? url.url : url));
      return Promise.resolve(new Response(null, { status: 307, headers: { location: "http://localhost/x" } }));
    };
    const error = await rejectionOf(invoke(hello, {}, { ...options, baseUrl: "https://h.test", fetch: fake }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 307 });
    expect(urls).toStrictEqual(["https://h.test/production/run_remote"]);
  });

  test("without an end is an error after five", async () => {
    const { origin, asked } = await redirecting(307, "/again");
    const error = await rejectionOf(invoke(hello, {}, { ...options, baseUrl: origin }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 307 });
    expect(asked).toHaveLength(6);
  });
});
