import type { RemoteCause, RemoteStackFrame } from "../errors/chain-remote-error.js";

/** The text is the chain's, and may be of any length and depth: only so much of it is read. */
const longestText = 100_000;
const mostCauses = 32;

/**
 * How truss begins the text of an exception that an inner chainlet caused; older versions tell neither status nor trace. The
 * text may be anybody's: no part of these patterns takes more than one line in more than one way, and here nothing that has
 * to be there follows the parts that need not be.
 */
const head =
  /^(?:\d+: )?\(showing chained .*\n├─ Error [^`\n]*`([^`\n]*)`(?:[^`\n]*? status[ =](\d+))?(?:[^`\n]* trace ID=`([^`\n]*)`)?/;

/** Under it, four columns in: the stack, the exception, and where its class is from. */
const body =
  /^Chainlet-Traceback.*\n((?: {2}.*\n)*)([\w.]+): ([\s\S]*?)(?:\n\(Exception class [^`\n]*`([^`\n]*)`\.\))?$/;
const frame = /^ {2}File "(.*)", line (\d+|None), in (.*)\n(?: {4}(.*))?/gm;

/**
 * Reads the exceptions of inner chainlets out of the text of the one that they caused: that of the first call and, in its
 * text, that of the next. What is not understood ends the list.
 */
export function remoteCausesOf(message: string, most: number = mostCauses): RemoteCause[] {
  const text = message.slice(0, longestText);
  const [first, chainlet = "", status, traceId] = head.exec(text) ?? [];
  if (first === undefined || most === 0) return [];
  const inner = text.slice(text.indexOf("\n", first.length) + 1).replace(/^[│╰] {3}/gm, "");
  const [whole, stack = "", remoteName = "", remoteMessage = "", remoteModule = null] = body.exec(inner) ?? [];
  if (whole === undefined) return [];
  const call = { chainlet, status: status === undefined ? undefined : Number(status), traceId: traceId || undefined };
  const remoteStack = Array.from(stack.matchAll(frame), frameOf);
  return [
    { ...call, remoteName, remoteModule, remoteMessage, remoteStack },
    ...remoteCausesOf(remoteMessage, most - 1),
  ];
}

function frameOf([, filename = "", lineno, name = "", line]: RegExpExecArray): RemoteStackFrame {
  return { filename, lineno: lineno === "None" ? null : Number(lineno), name, line: line ?? null };
}
