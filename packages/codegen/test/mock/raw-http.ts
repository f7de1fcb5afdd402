import { connect } from "node:net";

/** One answer as it came off the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** The body where it is no text. */
  readonly bytes: Buffer;
}

/** Sends bytes and closes our half; gives the answers that came until the other side closed. */
export async function exchange(url: string, bytes: Uint8Array, isHead = false): Promise<readonly RawAnswer[]> {
  return readAnswers(await send(url, bytes), isHead);
}

function send(url: string, bytes: Uint8Array): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => socket.end(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => resolve(Buffer.concat(chunks)));
    socket.on("error", (cause) => (chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(cause)));
  });
}

/** Every answer of the mock has a content length; an interim one has no body. */
function readAnswers(bytes: Buffer, isHead: boolean): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    if (end === -1) throw new Error(`no head: ${rest.toString()}`);
    const [first = "", ...lines] = rest.subarray(0, end).toString().split("\r\n");
    const match = /^HTTP\/1\.1 ([0-9]{3}) /.exec(first);
    if (match === null) throw new Error(`no status line: ${first}`);
    const headers = new Map(lines.map(readHeader));
    const length = isHead ? 0 : Number(headers.get("content-length") ?? 0);
    const body = rest.subarray(end + 4, end + 4 + length);
    if (body.length < length) throw new Error("the body is cut off");
    answers.push({ status: Number(match[1]), headers, body: body.toString(), bytes: body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers.filter((answer) => answer.status >= 200);
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
