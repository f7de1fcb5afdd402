import { connectEcho } from "../../../fixtures/echo-socket/expected/index.js";
import { describe, runScenario } from "./scenario.js";

/** What the page is asked for: all that it can do through the proxy that served it, and what it cannot do without. */
async function runPage(): Promise<unknown> {
  const findings = await runScenario({ origin: `${location.origin}/chain` });
  const options = { chainId: "abc123" };
  return { findings, withoutProxy: await connectEcho(options).then(() => "it connected", describe) };
}

Object.assign(globalThis, { runPage });
