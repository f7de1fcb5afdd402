/** What a format of strings means to who reads or writes one. No format changes a type: the wire carries text. */
const sentences = new Map([
  ["date-time", "Date and time, ISO 8601."],
  ["date", "Date, ISO 8601."],
  ["time", "Time, ISO 8601."],
  ["duration", "Duration, ISO 8601."],
  ["uuid", "UUID."],
  ["uuid1", "UUID, version 1."],
  ["uuid3", "UUID, version 3."],
  ["uuid4", "UUID, version 4."],
  ["uuid5", "UUID, version 5."],
  ["uuid6", "UUID, version 6."],
  ["uuid7", "UUID, version 7."],
  ["uuid8", "UUID, version 8."],
  ["uri", "URL."],
  ["multi-host-uri", "URL, of one host or several."],
  ["email", "Email address."],
  ["name-email", "Name and email address."],
  ["ipv4", "IPv4 address."],
  ["ipv6", "IPv6 address."],
  ["ipv4network", "IPv4 network."],
  ["ipv6network", "IPv6 network."],
  ["ipvanyaddress", "IP address."],
  ["ipvanynetwork", "IP network."],
  ["path", "File path."],
  ["file-path", "Path of a file."],
  ["directory-path", "Path of a directory."],
  ["binary", "Bytes, as UTF-8 text."],
  ["byte", "Bytes, as base64."],
  ["base64", "Bytes, as base64."],
  ["base64url", "Bytes, as URL-safe base64."],
  ["password", "A secret."],
  ["regex", "Regular expression."],
  ["json-string", "JSON, as text."],
]);

/** A sentence about a format; one that is not known is named. */
export function formatSentence(format: string): string {
  return sentences.get(format) ?? `Format: ${format}.`;
}
