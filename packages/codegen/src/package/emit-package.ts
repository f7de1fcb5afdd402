import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ModulePlan } from "../plan/module-plan.js";
import { fileName } from "../plan/names/chain-names.js";
import type { ChainSignature } from "../signature.js";
import { signatureText } from "../signature-text.js";
import { compileClient } from "./compile-client.js";
import { type PresentPackageJson, packageJson } from "./package-json.js";
import type { PackageSettings } from "./package-settings.js";
import { readme } from "./readme.js";
import { compiledFolder, signatureFolder } from "./subpaths.js";

/** What a package is made of. */
export interface PackageParts {
  readonly settings: PackageSettings;
  readonly modules: readonly ModulePlan[];
  /** The modules as text, and their index, with specifiers that end in `.js`. */
  readonly client: ReadonlyMap<string, string>;
  /** What the modules were planned from: the next run compares with it. */
  readonly signatures: readonly ChainSignature[];
  /** The package.json that is in the package's folder, where there is one. */
  readonly present?: PresentPackageJson;
}

/** The files of a package, in memory. They are whole or, where anything is wrong, none. */
export interface EmittedPackage {
  /** By path relative to the package's folder, with `/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a package that can be published of a client. It holds what is compiled and no sources: the declarations have all
 * that a reader of the sources would look for, the documentation included, and the functions are one line each.
 */
export async function emitPackage(parts: PackageParts): Promise<EmittedPackage> {
  const { settings, modules, client, signatures, present } = parts;
  const fileNames = [...client.keys()].map((path) => path.replace(/\.ts$/, "")).filter((name) => name !== "index");
  const json = packageJson(settings, fileNames, present);
  if (!json.ok) return { files: new Map(), diagnostics: [json.diagnostic] };
  const compiled = await compileClient(client);
  const files = new Map([
    ...Array.from(compiled, ([path, text]) => [`${compiledFolder}/${path}`, text] as const),
    ...signatures.map((one) => [`${signatureFolder}/${fileName(one.name)}.json`, signatureText(one)] as const),
    ["README.md", readme(settings, modules)] as const,
    ["package.json", json.text] as const,
    ...(settings.license === undefined ? [] : [["LICENSE", settings.license] as const]),
  ]);
  return { files, diagnostics: [] };
}
