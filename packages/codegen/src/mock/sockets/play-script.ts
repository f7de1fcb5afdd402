import type { RawData, WebSocket } from "ws";
import type { Answer } from "../http/answer.js";
import type { ScriptStep, SocketScript } from "./socket-script.js";

/** Does over a websocket what the script says, and then sends back what comes. A fault ends it after the greeting. */
export function playScript(socket: WebSocket, script: SocketScript | undefined, { raises, delivery }: Answer): void {
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
  const isSpoiled = raises === true || delivery === "cut";
  play(socket, isSpoiled ? script.greeting.filter(({ kind }) => kind === "send") : script.greeting);
  if (raises === true) socket.close(1011);
  if (delivery === "cut") socket.terminate();
}

function play(socket: WebSocket, steps: readonly ScriptStep[]): void {
  for (const step of steps) {
    if (step.kind === "send") socket.send(step.data);
    else socket.close(step.code, step.reason);
  }
}
