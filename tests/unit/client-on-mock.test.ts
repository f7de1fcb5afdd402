import { fileURLToPath } from "node:url";
import { diskHost, type MockServer, readChain, startMock } from "@typed-chains/codegen";
import { describe, onTestFinished, test } from "vitest";
import { clientContracts } from "../support/client-contract.js";
import type { ClientContract, ContractCall } from "../support/contract.js";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** Starts a mock of the chain for the rest of the test, with the answer that the call is to get. */
async function mockOf({ chain, ...contract }: ClientContract, call: ContractCall): Promise<MockServer> {
  const { signature } = readChain(diskHost(fixtures), { path: chain, options: {} });
  if (signature === undefined) throw new Error(`${chain} cannot be read`);
  const start = await startMock({ signature, answer: call.answer ?? contract.answer }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  onTestFinished(() => start.server.close());
  return start.server;
}

describe.each(clientContracts)("the client of fixtures/$chain on the mock", (contract) => {
  test.each(contract.calls)("$title, at the platform's address", async (call) => {
    const { url } = await mockOf(contract, call);
    await call.run({ baseUrl: url, apiKey: "key" });
  });

  test.each(contract.calls)("$title, at the container's address", async (call) => {
    const { url } = await mockOf(contract, call);
    await call.run({ target: { container: url } });
  });
});
