import { allRecordings, type Recording } from "../../../../tests/support/recordings.js";

/** Every recorded call of a chain's prediction in JSON that was answered, with all of the answer's body recorded. */
export function jsonCalls(): readonly Recording[] {
  return allRecordings().filter(isJsonCall);
}

function isJsonCall({ request, response }: Recording): boolean {
  if (request.method !== "POST" || !request.path.includes("predict") || response.status === null) return false;
  const isBinary = mediaTypeOf(request.headers) === "application/octet-stream";
  const isStream = mediaTypeOf(response.headers) === "application/octet-stream";
  return !isBinary && !isStream && response.body_omitted === undefined;
}

function mediaTypeOf(headers: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return found?.[1].split(";")[0]?.trim().toLowerCase();
}
