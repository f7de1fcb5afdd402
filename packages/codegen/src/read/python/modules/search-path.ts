import type { SourceHost } from "../../source-host.js";
import { argument } from "../constants/call-arguments.js";
import { externalName } from "../names/resolve.js";
import type { Scope } from "../names/scope.js";
import type { Call, ClassDef, Expression, Module, Statement } from "../syntax/nodes.js";
import { constantPath } from "./constant-path.js";
import { isInside, joinPath, parentOf } from "./paths.js";
import { projectFolder } from "./project-folder.js";

/** The folders that imports start in, in the order in which Python would look. */
export interface SearchPath {
  readonly roots: readonly string[];
  /** The roots without links. */
  readonly realRoots: readonly string[];
  /** Folders that the program names and that are not read, because they lie outside of the project. */
  readonly outside: readonly string[];
  /** The folders around the file, up to its project, and the current one: Python finds modules in them where it is run there. */
  readonly nearby: () => readonly string[];
}

/** Nothing can be imported. */
export const noSearchPath: SearchPath = { roots: [], realRoots: [], outside: [], nearby: () => [] };

/** What the user says of a search path. */
export interface AskedFor {
  readonly roots: readonly string[];
  /** A folder that marks a project, whatever is in it. */
  readonly project?: string | undefined;
}

/** A folder that a program puts on its search path. */
interface Addition {
  readonly folder: string;
  /** `sys.path.insert(0, …)` puts it before the folder of the file. */
  readonly isFirst: boolean;
}

/**
 * The search path of a program: the folder of its file, the roots that were asked for, and what the file adds itself,
 * to `sys.path` or as `external_package_dirs`, in a form that is known without running it. What it adds counts only
 * inside the project: a file may not have others read that its owner does not know of.
 *
 * @param scope - the names of the file, for which libraries alone are looked up.
 */
export function searchPathOf(host: SourceHost, scope: Scope, syntax: Module, askedFor: AskedFor): SearchPath {
  const own = parentOf(scope.module.path);
  const project = projectFolder(host, own, askedFor.project);
  const additions = additionsOf(syntax.body, scope).map(({ folder, isFirst }) => {
    const real = host.realPath(folder);
    return { folder, isFirst, real, isRead: real !== undefined && project !== undefined && isInside(real, project) };
  });
  const read = additions.filter(({ isRead }) => isRead);
  const roots = [
    ...read.filter(({ isFirst }) => isFirst).map(({ folder }) => folder),
    own,
    ...askedFor.roots,
    ...read.filter(({ isFirst }) => !isFirst).map(({ folder }) => folder),
  ];
  return {
    roots: [...new Set(roots)],
    realRoots: roots.flatMap((root) => host.realPath(root) ?? []),
    outside: additions.filter(({ real, isRead }) => real !== undefined && !isRead).map(({ folder }) => folder),
    nearby: () => [".", ...foldersAround(host, own, project)],
  };
}

/** The folders above one, the nearest first, as far as they are of a project. */
function foldersAround(host: SourceHost, folder: string, project: string | undefined): readonly string[] {
  if (project === undefined) return [];
  const folders: string[] = [];
  for (let current = parentOf(folder); ; current = parentOf(current)) {
    const real = host.realPath(current);
    if (real === undefined || !isInside(real, project) || folders.includes(current)) return folders;
    folders.push(current);
  }
}

function additionsOf(body: readonly Statement[], scope: Scope): readonly Addition[] {
  return body.flatMap((statement): readonly Addition[] => {
    switch (statement.kind) {
      case "ExpressionStatement":
        return statement.value.kind === "Call" ? fromCall(statement.value, scope) : [];
      case "AugAssign":
        return isSearchPath(statement.target, scope) ? folders([statement.value], false, scope) : [];
      case "If":
        return additionsOf([...statement.body, ...statement.orelse], scope);
      case "Try":
        return additionsOf([...statement.body, ...statement.orelse, ...statement.finalbody], scope);
      case "Block":
        return additionsOf(statement.bodies.flat(), scope);
      case "ClassDef":
        return fromClass(statement, scope);
      default:
        return [];
    }
  });
}

/** `sys.path.append(…)`, `.insert(0, …)` and `.extend([…])` */
function fromCall({ func, args }: Call, scope: Scope): readonly Addition[] {
  if (func.kind !== "Attribute" || !isSearchPath(func.value, scope)) return [];
  switch (func.attr) {
    case "append":
    case "extend":
      return folders(args.slice(0, 1), false, scope);
    case "insert":
      return folders(args.slice(1, 2), true, scope);
    default:
      return [];
  }
}

function isSearchPath(expression: Expression, scope: Scope): boolean {
  return externalName(expression, scope) === "sys.path";
}

function folders(expressions: readonly Expression[], isFirst: boolean, scope: Scope): readonly Addition[] {
  return expressions.flatMap((expression): readonly Addition[] => {
    if (expression.kind === "Collection") return folders(expression.elements, isFirst, scope);
    const path = constantPath(expression, scope);
    if (path === undefined) return [];
    return [{ folder: path.isFromFile ? path.text : joinPath(parentOf(scope.module.path), path.text), isFirst }];
  });
}

/** `external_package_dirs`, wherever it stands in the class's `remote_config`. */
function fromClass(definition: ClassDef, scope: Scope): readonly Addition[] {
  return definition.body.flatMap((statement) => {
    const value = statement.kind === "Assign" || statement.kind === "AnnAssign" ? statement.value : undefined;
    return value === undefined ? [] : fromConfig(value, scope);
  });
}

function fromConfig(expression: Expression, scope: Scope): readonly Addition[] {
  if (expression.kind !== "Call") return [];
  const named = argument(expression, "external_package_dirs");
  const nested = expression.keywords.flatMap(({ value }) => fromConfig(value, scope));
  return [...nested, ...(named === undefined ? [] : folders([named], false, scope))];
}
