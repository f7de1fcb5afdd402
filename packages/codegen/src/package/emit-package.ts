import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { EmittedChain } from "../emit/emit-client.js";
import { indexEntries } from "../emit/print-index.js";
import { compiledIndex } from "./compiled-index.js";
import { type PresentPackageJson, packageJson } from "./package-json.js";
import type { PackageSettings } from "./package-settings.js";
import { type ReadmeChain, readme } from "./readme.js";
import { compiledFolder, signatureFolder } from "./subpaths.js";

/** What a package is made of. */
export interface PackageParts {
  readonly settings: PackageSettings;
  /** By file name. */
  readonly chains: readonly (EmittedChain & ReadmeChain)[];
  /** The package.json that is in the package's folder, where there is one. */
  readonly present?: PresentPackageJson;
}

/** The files of a package, in memory. They are whole or, where anything is wrong, none. */
export interface EmittedPackage {
  /** By path relative to the package's folder, with `/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a package that can be published of chains. What is compiled comes first, as it is told in this order. */
export function emitPackage({ settings, chains, present }: PackageParts): EmittedPackage {
  const outlines = chains.map(({ outline }) => outline);
  const fileNames = outlines.flatMap(indexEntries).map(({ file }) => file);
  const json = packageJson(settings, fileNames, present);
  if (!json.ok) return { files: new Map(), diagnostics: [json.diagnostic] };
  const own = chains.flatMap((chain) => [...chain.files]);
  const files = new Map([
    ...own.filter(([path]) => !isDocument(path)),
    ...compiledIndex(outlines).map(([path, text]) => [`${compiledFolder}/${path}`, text] as const),
    ...own.filter(([path]) => isDocument(path)),
    ["README.md", readme(settings, chains)],
    ["package.json", json.text],
    ...(settings.license === undefined ? [] : [["LICENSE", settings.license] as const]),
  ]);
  return { files, diagnostics: [] };
}

function isDocument(path: string): boolean {
  return path.startsWith(`${signatureFolder}/`);
}
