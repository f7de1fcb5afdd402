import WebSocket from "ws";
import { runScenario } from "./scenario.js";

const [origin = "", apiKey] = process.argv.slice(2);
console.log(JSON.stringify(await runScenario({ origin, apiKey, webSocket: WebSocket })));
