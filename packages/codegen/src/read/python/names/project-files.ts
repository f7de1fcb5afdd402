import type { SourceHost } from "../../source-host.js";

/** The files of the project around a source: whether an import names one of them. */
export class ProjectFiles {
  readonly #host: SourceHost;
  readonly #folder: string;
  readonly #lookedFor = new Set<string>();
  /** The name that Python imports the source under: that of its file. */
  readonly moduleName: string;

  constructor(host: SourceHost, path: string) {
    this.#host = host;
    const slash = path.lastIndexOf("/");
    this.#folder = path.slice(0, slash + 1);
    this.moduleName = path.slice(slash + 1).replace(/\.pyi?$/, "");
  }

  /** Every path that was looked for, whether found or not. */
  get lookedFor(): readonly string[] {
    return [...this.#lookedFor];
  }

  /** Whether a module, relative or not, is a file beside or below the source. */
  has(module: string): boolean {
    if (module.startsWith("..")) {
      return true;
    }
    const parts = module
      .replace(/^\./, "")
      .split(".")
      .filter((part) => part !== "");
    const base = this.#folder + parts.join("/");
    const candidates = parts.length === 0 ? [`${base}__init__.py`] : [`${base}.py`, `${base}/__init__.py`];
    return module.startsWith(".") || candidates.some((candidate) => this.#exists(candidate));
  }

  #exists(path: string): boolean {
    this.#lookedFor.add(path);
    return this.#host.exists(path);
  }
}
