import type { RawData, WebSocket } from "ws";
import type { ScriptStep, SocketScript } from "./socket-script.js";

/** Does over a websocket what the script says, and then sends back what comes. */
export function playScript(socket: WebSocket, script: SocketScript | undefined): void {
  // A frame that is none closes the websocket by itself.
  socket.on("error", () => undefined);
  if (script === undefined) {
    socket.close(1003, "WebSocket is not implemented on this deployment.");
    return;
  }
  let received = 0;
  socket.on("message", (data: RawData, isBinary: boolean) => {
    const reply = script.replies[received];
    received += 1;
    if (reply === undefined) socket.send(data, { binary: isBinary });
    else play(socket, reply);
  });
  play(socket, script.greeting);
}

function play(socket: WebSocket, steps: readonly ScriptStep[]): void {
  for (const step of steps) {
    if (step.kind === "send") socket.send(step.data);
    else socket.close(step.code, step.reason);
  }
}
