import { fileURLToPath } from "node:url";
import { diskHost, type MockServer, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Address, clientContracts } from "../support/client-contract.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

describe.each(clientContracts)("the client of fixtures/$fixture on the mock", ({ fixture, answer, calls }) => {
  let mock: MockServer;

  beforeAll(async () => {
    const { signature } = readChain(diskHost(fixtures), { path: `${fixture}/chain.py`, options: {} });
    if (signature === undefined) throw new Error(`${fixture} cannot be read`);
    const start = await startMock({ signature, answer }, 0);
    if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
    mock = start.server;
  });
  afterAll(() => mock.close());

  const platform = (): Address => ({ baseUrl: mock.url, apiKey: "key" });
  const container = (): Address => ({ target: { container: mock.url } });

  test.each(calls)("$title, at the platform's address", ({ run }) => run(platform()));
  test.each(calls)("$title, at the container's address", ({ run }) => run(container()));
});
