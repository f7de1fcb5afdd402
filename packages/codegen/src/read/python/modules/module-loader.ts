import type { SourceHost } from "../../source-host.js";
import { moduleScope } from "../names/bind.js";
import type { ModuleMeaning, Program, PythonModule, Scope } from "../names/scope.js";
import type { Reporter } from "../reporter.js";
import type { ParsedFile } from "./parse-file.js";
import { parseShared } from "./parsed-modules.js";
import { isInside, joinPath, parentOf } from "./paths.js";
import type { SearchPath } from "./search-path.js";

/** What the reader knows of libraries. */
export interface Libraries {
  readonly isKnownName: (qualifiedName: string) => boolean;
  /** Whether a module is of a library that is known by its names and never read. */
  readonly isKnownModule: (module: string) => boolean;
}

/** The file that a program starts in. */
export type EnteredFile = Pick<Extract<ParsedFile, { readonly ok: true }>, "syntax" | "isDynamic">;

/** Finds the modules of a program under its roots, and reads each when its names are first asked for. */
export class ModuleLoader implements Program {
  readonly #host: SourceHost;
  readonly #searchPath: SearchPath;
  readonly #libraries: Libraries;
  readonly #reporter: Reporter;
  readonly #files = new Map<string, ModuleMeaning>();
  readonly #located = new Map<string, ModuleMeaning | undefined>();
  readonly #lookedFor = new Set<string>();
  readonly #leadingOut = new Set<string>();

  constructor(host: SourceHost, searchPath: SearchPath, libraries: Libraries, reporter: Reporter) {
    this.#host = host;
    this.#searchPath = searchPath;
    this.#libraries = libraries;
    this.#reporter = reporter;
  }

  /** Every path that was read, or that was looked for but not found. */
  get lookedFor(): readonly string[] {
    return [...this.#lookedFor];
  }

  /** The file that the program starts in; what other modules import of it is what this reading knows. */
  enter(path: string, name: string, { syntax, isDynamic }: EnteredFile): Scope {
    const module: PythonModule = { path, name, packageName: "", folder: parentOf(path), isDynamic, program: this };
    const scope = moduleScope(module, syntax);
    this.#files.set(path, { kind: "module", name, names: () => scope, submodule: () => undefined });
    return scope;
  }

  isKnown(qualifiedName: string): boolean {
    return this.#libraries.isKnownName(qualifiedName);
  }

  find(module: string, importer: PythonModule): ModuleMeaning | undefined {
    const path = module.replace(/^\.+/, "");
    const parts = path === "" ? [] : path.split(".");
    const level = module.length - path.length;
    if (level === 0) {
      return this.#libraries.isKnownModule(path) ? undefined : this.#walk(this.#searchPath.roots, "", parts);
    }
    const { folder, packageName } = climb(importer, level - 1);
    if (!this.#isReadable(folder)) return undefined;
    return parts.length === 0 ? this.#package([folder], packageName) : this.#walk([folder], packageName, parts);
  }

  adviceIfNearby(module: string): string | undefined {
    if (module.startsWith(".") || this.#leadingOut.size > 0) return undefined;
    const inside = module.replaceAll(".", "/");
    const holds = (folder: string): boolean => {
      const path = joinPath(folder, inside);
      return [`${path}.py`, `${path}.pyi`].some((file) => this.#mentions(file)) || this.#isFolder(path);
    };
    const found = this.#searchPath.nearby().find(holds);
    return found && `\`${module}\` is found below \`${found}\`: give \`--root ${found}\` (\`roots\` in a config)`;
  }

  adviceFor(module: string): string {
    const [link] = this.#leadingOut;
    if (link !== undefined) {
      return `\`${link}\` is a link that leads out of the folders that are read: give the folder that it leads to with \`--root\``;
    }
    if (module.startsWith(".")) return "give the folder that holds it with `--root`";
    const [outside] = this.#searchPath.outside;
    return outside === undefined
      ? "if it is a module of yours, give the folder that holds it: `--root <folder>`"
      : `\`${outside}\`, which the file puts on its path, lies outside the project (the nearest folder with .git or pyproject.toml): allow it with \`--root ${outside}\``;
  }

  #walk(roots: readonly string[], packageName: string, parts: readonly string[]): ModuleMeaning | undefined {
    const [first = "", ...rest] = parts;
    let module = this.#locate(roots, packageName, first);
    for (const part of rest) {
      module = module?.submodule(part);
    }
    return module;
  }

  #locate(folders: readonly string[], packageName: string, part: string): ModuleMeaning | undefined {
    const name = packageName === "" ? part : `${packageName}.${part}`;
    const key = JSON.stringify([folders, name]);
    if (!this.#located.has(key)) {
      this.#located.set(key, this.#search(folders, name, part));
    }
    return this.#located.get(key);
  }

  /** A package goes before a module of its name, and a folder that is no package comes last, as in Python. */
  #search(folders: readonly string[], name: string, part: string): ModuleMeaning | undefined {
    for (const folder of folders) {
      const base = joinPath(folder, part);
      for (const path of [`${base}/__init__.py`, `${base}.py`, `${base}.pyi`, `${base}/__init__.pyi`]) {
        if (this.#exists(path)) return this.#file(path, name);
      }
    }
    const spaces = folders.map((folder) => joinPath(folder, part)).filter((path) => this.#isFolder(path));
    return spaces.length === 0 ? undefined : this.#namespace(spaces, name);
  }

  /** The package that a folder is, with an `__init__` or without one. */
  #package(folders: readonly string[], name: string): ModuleMeaning {
    const path = folders.map((folder) => joinPath(folder, "__init__.py")).find((file) => this.#exists(file));
    return path === undefined ? this.#namespace(folders, name) : this.#file(path, name);
  }

  #namespace(folders: readonly string[], name: string): ModuleMeaning {
    const submodule = (part: string): ModuleMeaning | undefined => this.#locate(folders, name, part);
    return { kind: "module", name, names: () => undefined, submodule };
  }

  #file(path: string, name: string): ModuleMeaning {
    const existing = this.#files.get(path);
    if (existing !== undefined) return existing;
    const isPackage = /\/__init__\.pyi?$/.test(path);
    const folder = parentOf(path);
    const packageName = isPackage ? name : name.split(".").slice(0, -1).join(".");
    const module = { path, name, packageName, folder, program: this };
    let names: Scope | "unreadable" | undefined;
    const meaning: ModuleMeaning = {
      kind: "module",
      name,
      names: () => {
        names ??= this.#read(module);
        return names;
      },
      submodule: (part) => (isPackage ? this.#locate([folder], name, part) : undefined),
    };
    this.#files.set(path, meaning);
    return meaning;
  }

  #read(module: Omit<PythonModule, "isDynamic">): Scope | "unreadable" {
    const parsed = parseShared(this.#host, module.path);
    if (parsed.ok) return moduleScope({ ...module, isDynamic: parsed.isDynamic }, parsed.syntax);
    this.#reporter.add(parsed.diagnostic);
    return "unreadable";
  }

  #exists(path: string): boolean {
    this.#lookedFor.add(path);
    if (!this.#host.exists(path)) return false;
    const isReadable = this.#isReadable(path);
    if (!isReadable) {
      this.#leadingOut.add(path);
    }
    return isReadable;
  }

  /** Whether a file is there that need not be readable. */
  #mentions(path: string): boolean {
    this.#lookedFor.add(path);
    return this.#host.exists(path);
  }

  #isFolder(path: string): boolean {
    this.#lookedFor.add(path);
    // Its names are not asked for: the reading does not depend on what else comes and goes in it.
    return this.#host.realPath(path) !== undefined && !this.#host.exists(path);
  }

  /** Whether a path lies under a root, wherever links lead. */
  #isReadable(path: string): boolean {
    const real = this.#host.realPath(path);
    return real !== undefined && this.#searchPath.realRoots.some((root) => isInside(real, root));
  }
}

/** The package that so many dots lead up to. */
function climb({ folder, packageName }: PythonModule, levels: number): { folder: string; packageName: string } {
  const names = packageName.split(".");
  return {
    folder: Array.from({ length: levels }).reduce<string>(parentOf, folder),
    packageName: names.slice(0, Math.max(0, names.length - levels)).join("."),
  };
}
