import { allRecordings, type RecordedResponse } from "./recordings.js";

/** A result that the real model server answered a call with. */
export interface RecordedResult {
  readonly name: string;
  readonly json: string;
}

const recordings = allRecordings();

/** The recorded results in JSON of one chainlet. */
export function recordedResults(chainFile: string, entrypoint: string): readonly RecordedResult[] {
  return recordings.flatMap((recording) => {
    const { name, request, response } = recording;
    const isOfChainlet = recording.chain_file === chainFile && recording.entrypoint === entrypoint;
    const isCall = request.method === "POST" && request.path.includes("predict");
    const json = response.body_utf8;
    return isOfChainlet && isCall && isResult(response) && json !== undefined ? [{ name, json }] : [];
  });
}

function isResult({ status, headers }: RecordedResponse): boolean {
  if (status !== 200) return false;
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return named.get("content-type") === "application/json" && !named.has("x-baseten-error-code");
}
