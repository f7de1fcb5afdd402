import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { ModuleOutline } from "./module-outline.js";

/** A chain of a client, as far as others can collide with it. */
export interface NamedChain {
  readonly name: string;
  /** What messages call its source. */
  readonly path: string;
  readonly outline: ModuleOutline;
}

const help =
  "give one of them another name: `name` of its chain in a config, or generate from the document of `typed-chains describe <source> --name <Name>`";
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The names that the chains of a client have taken. They are looked up, not searched for: a client may have thousands. */
export class TakenNames {
  readonly #chains: NamedChain[] = [];
  /** The places of chains, by the names of their files. */
  readonly #files = new Map<string, number>();
  /** The places of chains, by the names that they export in lower case: a reader may not tell cases apart. */
  readonly #exports = new Map<string, number>();

  /** Takes the names of a chain, or says why it cannot have them, by itself or beside the chains before it. */
  take(chain: NamedChain): readonly Diagnostic[] {
    const problems = this.#problemsOf(chain);
    if (problems.length > 0) return problems;
    const place = this.#chains.push(chain) - 1;
    this.#files.set(chain.outline.fileName, place);
    for (const name of exportedNames(chain)) this.#exports.set(name.toLowerCase(), place);
    return [];
  }

  #problemsOf(chain: NamedChain): readonly Diagnostic[] {
    const reserved = reservedNameOf(chain);
    if (reserved !== undefined) return [reserved];
    const place = this.#files.get(chain.outline.fileName);
    const other = place === undefined ? undefined : this.#chains[place];
    return other === undefined ? this.#sharedExports(chain) : [sharedFile(other, chain)];
  }

  #sharedExports(chain: NamedChain): readonly Diagnostic[] {
    const names = new Map(exportedNames(chain).map((name) => [name.toLowerCase(), name]));
    const places = new Set([...names.keys()].flatMap((name) => this.#exports.get(name) ?? []));
    const others = [...places].sort((left, right) => left - right).flatMap((place) => this.#chains[place] ?? []);
    return others.flatMap((other) => {
      const [shared] = exportedNames(other).flatMap((name) => names.get(name.toLowerCase()) ?? []);
      return shared === undefined ? [] : [sharedExport(other, chain, shared)];
    });
  }
}

function reservedNameOf({ name, path, outline: { fileName } }: NamedChain): Diagnostic | undefined {
  const why =
    fileName === "index" ? "the index of all chains" : reservedOnWindows.test(fileName) ? "Windows itself" : undefined;
  if (why === undefined) return undefined;
  return error(
    "TC303",
    `the chain ${quoted(name)} of ${quoted(path)} wants the file \`${fileName}.ts\`, a name that belongs to ${why}`,
    {
      help: "give it another name with --name",
      location: { file: path },
    },
  );
}

function sharedFile(other: NamedChain, chain: NamedChain): Diagnostic {
  const message = `${whoOf(other, chain)} both want the file \`${chain.outline.fileName}.ts\``;
  return error("TC301", message, { help, location: { file: chain.path } });
}

function sharedExport(other: NamedChain, chain: NamedChain, name: string): Diagnostic {
  const message = `${whoOf(other, chain)} both export ${quoted(name)}`;
  return error("TC302", message, { help, location: { file: chain.path } });
}

function exportedNames({ outline: { exports, inputSchema } }: NamedChain): readonly string[] {
  return [...exports.values, ...exports.types, ...(inputSchema === undefined ? [] : [inputSchema])];
}

function whoOf(...chains: readonly NamedChain[]): string {
  return chains.map(({ name, path }) => `${quoted(name)} of ${quoted(path)}`).join(" and ");
}

function quoted(text: string): string {
  return `\`${text}\``;
}
