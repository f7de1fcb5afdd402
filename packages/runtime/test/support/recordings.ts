import { readdirSync, readFileSync } from "node:fs";

/** One exchange with the real model server, as it was recorded. */
export interface Recording {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly body_utf8?: string;
    readonly body_omitted?: unknown;
  };
}

const folder = new URL("../../../../fixtures/wire/", import.meta.url);

/** Every recorded call of a chain's prediction in JSON that was answered, with all of the answer's body recorded. */
export function jsonCalls(): Recording[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const all = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Recording);
  return all.filter(isJsonCall);
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
