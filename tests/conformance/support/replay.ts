import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { bodyOf, type Recording } from "../../support/recordings.js";

/** What of a response must be the same in every run. */
export interface ComparableResponse {
  readonly status: number | undefined;
  /** Names in lower case. Without `date`, the one header whose value is of the run. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Text, or where the recording's body is no text, base64. */
  readonly body: string;
}

/** Sends a recorded request, byte for byte but for `Host`, which is of the recording's own server. */
export async function replay(url: string, recording: Recording): Promise<ComparableResponse> {
  const headers = Object.entries(recording.request.headers).filter(([name]) => name !== "Host");
  // A connection of its own: after an unhandled exception the server closes it without having said so.
  const connection = { agent: false, headers: { Connection: "keep-alive", ...Object.fromEntries(headers) } };
  const sent = request(url + recording.request.path, { method: recording.request.method, ...connection });
  sent.end(bodyOf(recording.request));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const body = await buffer(response);
  return {
    status: response.statusCode,
    headers: comparableHeaders(response.headers),
    body: body.toString(bodyEncoding(recording)),
  };
}

/** The recorded response in the form that {@link replay} gives. */
export function recordedResponse(recording: Recording): ComparableResponse {
  return {
    status: recording.response.status ?? undefined,
    headers: comparableHeaders(recording.response.headers),
    body: bodyOf(recording.response).toString(bodyEncoding(recording)),
  };
}

function bodyEncoding({ response }: Recording): "utf8" | "base64" {
  return response.body_base64 === undefined ? "utf8" : "base64";
}

function comparableHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return Object.fromEntries(named.filter(([name]) => name !== "date").sort());
}
