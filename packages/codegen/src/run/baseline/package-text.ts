import { setFields } from "../../package/set-fields.js";
import { identityOf } from "./package-identity.js";

const byteOrderMark = "\ufeff";

/** The version in the text of a package.json; none where it holds no version to go on from. */
export function versionOf(text: string): string | undefined {
  return identityOf("package.json", new TextEncoder().encode(text)).version;
}

/** The text of a package.json with another version, else to the letter as it was. */
export function withVersion(text: string, version: string): string {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  return mark + setFields(text.slice(mark.length), [{ path: ["version"], value: version }]);
}
