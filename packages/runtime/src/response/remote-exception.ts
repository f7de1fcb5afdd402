import type { RemoteException, RemoteStackFrame } from "../errors/chain-remote-error.js";
import { isRecord } from "./json.js";
import { remoteCausesOf } from "./remote-causes.js";

/** Reads the exception out of an answer's body: `{ "error": { "exception_cls_name": … } }`, under any status. */
export function remoteExceptionOf(body: unknown): RemoteException | undefined {
  if (!isRecord(body) || !isRecord(body["error"])) return undefined;
  const { exception_cls_name, exception_module_name, exception_message, user_stack_trace } = body["error"];
  if (typeof exception_cls_name !== "string" || typeof exception_message !== "string") return undefined;
  return {
    remoteName: exception_cls_name,
    remoteModule: typeof exception_module_name === "string" ? exception_module_name : null,
    remoteMessage: exception_message,
    remoteStack: Array.isArray(user_stack_trace) ? user_stack_trace.filter(isFrame) : [],
    causes: remoteCausesOf(exception_message),
  };
}

function isFrame(frame: unknown): frame is RemoteStackFrame {
  return isRecord(frame) && typeof frame["filename"] === "string" && typeof frame["name"] === "string";
}
