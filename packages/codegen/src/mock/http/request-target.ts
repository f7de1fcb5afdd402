/** The parts of a request's target. */
export interface RequestTarget {
  readonly path: string;
  readonly query: string;
}

/** Splits a target and decodes its path. An escaped slash stays escaped, so that it never divides segments. */
export function parseTarget(target: string): RequestTarget {
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? "" : target.slice(mark);
  return { path: path.split("/").map(decodeSegment).join("/"), query };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll("/", "%2F");
  } catch {
    return segment;
  }
}
