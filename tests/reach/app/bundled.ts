import { NdArray } from "@typed-chains/runtime/binary";
import { serverSentEvents } from "@typed-chains/runtime/sse";
import { parseWebhook } from "@typed-chains/runtime/webhook";
import { connectEcho } from "../../../fixtures/echo-socket/expected/index.js";
import { invokeTell } from "../../../fixtures/failing-streams/expected/index.js";
import { invokeHelloAll } from "../../../fixtures/hello/expected/index.js";

// Every part of the runtime, so that bundlers see all of it.
const [origin = ""] = process.argv.slice(2);
const greeting = await invokeHelloAll({ names: ["Ada", "Grace"] }, { baseUrl: `${origin}/hello`, apiKey: "the-key" });
const told = await invokeTell({ words: ["Ada"] }, { baseUrl: `${origin}/tell`, apiKey: "the-key" });
const parts = [connectEcho, parseWebhook, serverSentEvents].map((part) => typeof part);
console.log(JSON.stringify([greeting, await told.text(), new NdArray(Uint8Array.of(1, 2)).dtype, parts]));
