const groupStarts = [0, 9, 14, 19, 24];
const accepted =
  /^(?:(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i;

/** Finds what is wrong with the text of a UUID, of a certain version where one is asked for. */
export function findUuidFault(text: string, version?: number): string | undefined {
  if (text.startsWith("URN:") || !accepted.test(text)) return `Input should be a valid UUID, ${describeFault(text)}`;
  const digits = text.replace(/^urn:uuid:/, "").replace(/[^0-9A-Fa-f]/g, "");
  return version === undefined || digits[12] === String(version) ? undefined : `UUID version ${version} expected`;
}

/** The words of Rust's uuid library, which counts bytes. */
function describeFault(text: string): string {
  const { inner, offset, isSimple } = unwrap(text);
  const odd = /[^0-9A-Fa-f-]/u.exec(inner);
  if (odd !== null) {
    return `invalid character: found \`${odd[0]}\` at ${Buffer.byteLength(inner.slice(0, odd.index)) + offset + 1}`;
  }
  const groups = inner.split("-");
  if (groups.length === 1 && isSimple) {
    return `invalid length: expected length 32 for simple format, found ${inner.length}`;
  }
  if (groups.length !== 5) return `invalid group count: expected 5, found ${groups.length}`;
  return describeGroup(inner);
}

function unwrap(text: string): { inner: string; offset: number; isSimple: boolean } {
  if (text.length > 1 && text.startsWith("{") && text.endsWith("}")) {
    return { inner: text.slice(1, -1), offset: 1, isSimple: false };
  }
  if (text.startsWith("urn:uuid:")) return { inner: text.slice(9), offset: 9, isSimple: false };
  return { inner: text, offset: 0, isSimple: true };
}

/** The first group that does not end where it should; a length is counted from where the group should begin. */
function describeGroup(inner: string): string {
  const expected = [8, 4, 4, 4, 12];
  let hyphen = -1;
  for (const [group, start] of groupStarts.entries()) {
    const next = inner.indexOf("-", hyphen + 1);
    hyphen = next === -1 ? inner.length : next;
    const length = hyphen - start;
    if (length !== expected[group]) {
      return `invalid group length in group ${group}: expected ${expected[group]}, found ${length}`;
    }
  }
  return "invalid length";
}
