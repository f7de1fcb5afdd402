import type { PackageRequest } from "../client-request.js";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { readFile } from "../read/read-file.js";
import type { SourceHost } from "../read/source-host.js";
import type { NamedPackage } from "./resolve/named-package.js";
import { settledPackageJson } from "./settled-package-json.js";

/** What a package is made of, beside its chains, or why it cannot be read. */
export type PackageReading =
  | { readonly ok: true; readonly request: PackageRequest }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads the licence of a package, and the package.json that is in its folder. */
export function readPackage(host: SourceHost, out: string, named: NamedPackage): PackageReading {
  const { name, version, registry, access, license } = named;
  const licence = license === undefined ? undefined : readFile(host, license);
  if (licence?.ok === false) return licence;
  const path = `${out}/package.json`;
  const present = isMissing(host, path) ? undefined : readFile(host, path);
  if (present?.ok === false) return present;
  const bytes = present && settledPackageJson(present.bytes);
  if (present !== undefined && bytes === undefined) return { ok: false, diagnostic: unsettled(path) };
  const settings = {
    name,
    ...(version === undefined ? {} : { version }),
    ...(registry === undefined ? {} : { registry }),
    ...(access === undefined ? {} : { access }),
    ...(licence === undefined ? {} : { license: new TextDecoder().decode(licence.bytes) }),
  };
  return { ok: true, request: { settings, ...(bytes && { present: { path, bytes } }) } };
}

function isMissing(host: SourceHost, path: string): boolean {
  const result = host.read(path);
  return !result.ok && result.reason === "missing";
}

function unsettled(file: string): Diagnostic {
  return error(
    "TC110",
    `${file} has a conflict of a merge, in more than its version and what is added to \`exports\``,
    {
      location: { file },
      help: "resolve it, and run generate again",
    },
  );
}
