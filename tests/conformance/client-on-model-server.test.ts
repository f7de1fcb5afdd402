import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, test } from "vitest";
import { clientContracts } from "../support/client-contract.js";
import { type ModelServer, startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

describe.each(clientContracts)(
  "the client of fixtures/$chain on the real model server",
  ({ chain, entrypoint, calls }) => {
    let server: ModelServer;

    beforeAll(async () => {
      const chainFile = fileURLToPath(new URL(`../../fixtures/${chain}`, import.meta.url));
      server = await startModelServer({ python: await preparePythonEnvironment(), chainFile, entrypoint });
    });
    afterAll(() => server?.stop());

    test.each(calls)("$title", ({ run }) => run({ target: { container: server.url } }));
  },
);
