import type { RemoteCause, RemoteStackFrame } from "../errors/chain-remote-error.js";

/**
 * How truss begins the text of an exception that an inner chainlet caused; older versions tell neither status nor trace. The
 * text is the chain's: no part of these patterns takes more than one line in more than one way.
 */
const head =
  /^(?:\d+: )?\(showing chained .*\n├─ Error [^`\n]*`([^`\n]*)`(?:[^`\n]*? status[ =](\d+))?(?:[^`\n]* trace ID=`([^`\n]*)`)?.*\n/;

/** Under it, four columns in: the stack, the exception, and where its class is from. */
const body = /^Chainlet-Traceback.*\n((?: {2}.*\n)*)([\w.]+): ([\s\S]*?)(?:\n\(Exception class .*`(.*)`\.\))?$/;
const frame = /^ {2}File "(.*)", line (\d+|None), in (.*)\n(?: {4}(.*))?/gm;

/**
 * Reads the exceptions of inner chainlets out of the text of the one that they caused: that of the first call and, in its
 * text, that of the next. What is not understood ends the list.
 */
export function remoteCausesOf(text: string): RemoteCause[] {
  const [first, chainlet = "", status, traceId] = head.exec(text) ?? [];
  if (first === undefined) return [];
  const inner = text.slice(first.length).replace(/^[│╰] {3}/gm, "");
  const [whole, stack = "", remoteName = "", remoteMessage = "", remoteModule = null] = body.exec(inner) ?? [];
  if (whole === undefined) return [];
  const call = { chainlet, status: status === undefined ? undefined : Number(status), traceId: traceId || undefined };
  const remoteStack = Array.from(stack.matchAll(frame), frameOf);
  return [{ ...call, remoteName, remoteModule, remoteMessage, remoteStack }, ...remoteCausesOf(remoteMessage)];
}

function frameOf([, filename = "", lineno, name = "", line]: RegExpExecArray): RemoteStackFrame {
  return { filename, lineno: lineno === "None" ? null : Number(lineno), name, line: line ?? null };
}
