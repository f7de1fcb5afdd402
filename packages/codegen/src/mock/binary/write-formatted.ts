import { MessageError } from "./message-error.js";
import { bytesPart, listPart, markedPart, scalarPart } from "./message-parts.js";
import { timedeltaOf } from "./timedelta.js";

/** How the texts of a format are written that are no texts in Python. */
const writers: ReadonlyMap<string, (text: string) => Uint8Array> = new Map([
  ["binary", (text) => bytesPart(Buffer.from(text))],
  ["base64url", (text) => bytesPart(Buffer.from(text, "base64url"))],
  ["date-time", marked("__dt_datetime_iso__")],
  ["date", marked("__dt_date_iso__")],
  ["time", marked("__dt_time_iso__")],
  ["duration", (text) => markedData("__dt_timedelta__", listPart(timedeltaOf(text).map(scalarPart)))],
  ...["", 1, 3, 4, 5, 6, 7, 8].map((version) => [`uuid${version}`, marked("__uuid__")] as const),
  ["uri", unknownTo("Url")],
  ["multi-host-uri", unknownTo("MultiHostUrl")],
  ["path", unknownTo("PosixPath")],
  ["file-path", unknownTo("PosixPath")],
  ["directory-path", unknownTo("PosixPath")],
  ["regex", unknownTo("re.Pattern")],
  ["zoneinfo", unknownTo("zoneinfo.ZoneInfo")],
  ["fraction", unknownTo("Fraction")],
  ["password", unknownTo("SecretStr")],
  ["name-email", unknownTo("NameEmail")],
  ["ipv4", unknownTo("IPv4Address")],
  ["ipv6", unknownTo("IPv6Address")],
]);

/** Writes a text of a format as what it is in Python. */
export function writeFormatted(text: string, format: string): Uint8Array {
  return (writers.get(format) ?? scalarPart)(text);
}

/** Writes the text of a Decimal. */
export function writeDecimal(text: string): Uint8Array {
  return markedData("__decimal__", scalarPart(text));
}

function marked(mark: string): (text: string) => Uint8Array {
  return (text) => markedData(mark, scalarPart(text));
}

function markedData(mark: string, data: Uint8Array): Uint8Array {
  return markedPart({ [mark]: scalarPart(true), data });
}

function unknownTo(className: string): () => never {
  return () => {
    throw unserializable(className);
  };
}

/** What the server raises about a value that its msgpack cannot write. */
export function unserializable(className: string): MessageError {
  return new MessageError(`TypeError: can not serialize '${className}' object`);
}
