import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { UsageError } from "../../src/usage-error.js";
import { authorizationFor } from "../../src/verify/api-key.js";
import { fetchDocument } from "../../src/verify/fetch-document.js";
import { readDocument } from "../../src/verify/read-document.js";
import { schemaUrl } from "../../src/verify/schema-url.js";

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** Starts a server on loopback that answers as it is told. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  const server = createServer(answer);
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/models/model/schema`);
}

/** The message of what is wrong, or what was fetched. */
async function outcome(url: URL, key?: string, limits = { timeoutMs: 20_000, maximumBytes: 1000 }): Promise<string> {
  const fetched = await fetchDocument(url, key, limits);
  if (fetched.ok) return new TextDecoder().decode(fetched.bytes);
  const { code, message, help } = fetched.diagnostic;
  return `${code} ${message.replace(url.origin, "")} (${help})`;
}

test.each([
  [404, '{"error":"No schema found"}', "TC702", "its chain has no schema"],
  [404, "<html>", "TC702", "answers 404"],
  [503, '{"error":"Schema not available, please try again later."}', "TC702", "is not ready"],
  [401, "", "TC702", "set the environment variable BASETEN_API_KEY"],
  [500, "", "TC702", "answers 500"],
  [204, "", "", ""],
  [302, "", "TC702", "answers 302"],
])("a server that answers %i is told of", async (status, body, code, message) => {
  const url = await serve((_request, response) => response.writeHead(status).end(body));
  const told = await outcome(url);
  expect(told).toContain(code);
  expect(told).toContain(message);
});

test("a refused key is told from one that was not sent, and from none", async () => {
  const url = await serve((_request, response) => response.writeHead(403).end());
  expect(await outcome(url, "secret")).toBe(
    "TC702 /v1/models/model/schema answers 403 (check the key in BASETEN_API_KEY: it was refused)",
  );
  const other = await serve((_request, response) => response.writeHead(302, { location: url.href }).end());
  expect(await outcome(other, "secret")).toContain("BASETEN_API_KEY was not sent, for it goes only over https");
  expect(await outcome(url, "")).toContain("set the environment variable BASETEN_API_KEY");
});

test("a server that does not run, does not answer in time or does not end its answer cannot be reached", async () => {
  const stopped = await serve(() => {});
  closings.pop()?.();
  expect(await outcome(stopped)).toContain("TC701 /v1/models/model/schema cannot be reached: ECONNREFUSED");
  const silent = await serve(() => {});
  const limits = { timeoutMs: 50, maximumBytes: 1000 };
  expect(await outcome(silent, undefined, limits)).toContain("it did not answer within 0.05 s");
  const endless = await serve((_request, response) => response.writeHead(200).write("{"));
  expect(await outcome(endless, undefined, limits)).toContain("it did not answer within 0.05 s");
});

test("a body that is too large is not read to its end", async () => {
  const url = await serve((_request, response) => {
    const more = (): boolean => response.write("x".repeat(10_000));
    response.writeHead(200);
    response.on("drain", more);
    more();
  });
  expect(await outcome(url)).toContain("TC702 /v1/models/model/schema answers with more than");
});

test("the key goes along within an origin, and not to another one", async () => {
  const seen: (string | undefined)[] = [];
  const note = (request: IncomingMessage): void => void seen.push(request.headers.authorization);
  const other = await serve((request, response) => {
    note(request);
    response.end("there");
  });
  const url = await serve((request, response) => {
    note(request);
    const location = request.url === "/moved" ? other.href : "/moved";
    response.writeHead(307, { location }).end();
  });
  expect(await outcome(url, "secret")).toBe("there");
  expect(seen).toStrictEqual(["Api-Key secret", "Api-Key secret", undefined]);
});

test("a server that redirects for ever is left", async () => {
  const url = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
  expect(await outcome(url)).toContain("it redirects more than 5 times");
});

test.each([
  ["https://example.com/schema", "Api-Key secret"],
  ["http://localhost:8080/schema", "Api-Key secret"],
  ["http://[::1]:8080/schema", "Api-Key secret"],
  ["http://example.com/schema", undefined],
  ["http://127.0.0.1.example.com/schema", undefined],
])("the key of a request to %s is %s", (address, expected) => {
  const url = new URL(address);
  expect(authorizationFor("secret", url, url)).toBe(expected);
});

test("a key that fits into no header is refused without being shown", () => {
  const url = new URL("https://example.com/schema");
  expect(() => authorizationFor("se\ncret", url, url)).toThrow(
    new UsageError("BASETEN_API_KEY is no key: it has a space, a line end or a character that is not ASCII."),
  );
  expect(authorizationFor("", url, url)).toBeUndefined();
});

test.each([
  ["http://localhost:8080", "http://localhost:8080/v1/models/model/schema"],
  ["http://localhost:8080/", "http://localhost:8080/v1/models/model/schema"],
  ["https://example.com/proxy/", "https://example.com/proxy/v1/models/model/schema"],
  ["https://example.com/types/schema?version=2", "https://example.com/types/schema?version=2"],
  ["https://example.com/hello.json", "https://example.com/hello.json"],
])("the document of %s is at %s", (given, expected) => {
  expect(schemaUrl(given).href).toBe(expected);
});

test.each(["", "localhost:8080", "ftp://example.com", "https://user:secret@example.com"])(
  "%s is no address of a container, and is not shown",
  (given) => {
    expect(() => schemaUrl(given)).toThrow(/^--url is the http\(s\) address of the chain's container, such as/);
  },
);

test.each([
  ["a page", "<html></html>", "TC702"],
  ["another document", '{"openapi":"3.1.0"}', "TC702"],
  ["no text", new Uint8Array([0xff, 0xfe]), "TC702"],
  ["a model without types", '{"input_schema":null,"output_schema":null,"supports_streaming":null}', "TC703"],
  ["arguments that are no object", '{"input_schema":{"type":"string"},"supports_streaming":false}', "TC702"],
  [
    "a reference out of the document",
    '{"input_schema":{"properties":{"a":{"$ref":"../secret.json"}},"type":"object"},"supports_streaming":false}',
    "TC702",
  ],
])("%s is no schema document", (_what, body, code) => {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const read = readDocument("http://localhost/schema", bytes);
  expect(read.ok ? [] : read.diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([code]);
});
