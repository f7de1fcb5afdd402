import { type Context, locationOf } from "../context.js";
import { isOfKnownLibrary } from "../names/known-libraries.js";
import type { ImportBinding, Scope } from "../names/scope.js";
import type { FunctionDef, ImportFrom, Statement } from "../syntax/nodes.js";

/** Reports a file that truss cannot import: it is imported alone, as a module of its own name. */
export function checkFile(body: readonly Statement[], scope: Scope, context: Context): void {
  const { path, name } = scope.module;
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) || name === "model") {
    const message = `truss does not accept a chain from a file named \`${name}.py\``;
    const help = "rename it: letters, digits and `_`, and not `model.py`";
    context.reader.reporter.error("TC226", message, { file: path }, help);
  }
  for (const statement of body) {
    if (statement.kind === "ImportFrom") checkImport(statement, scope, context);
  }
}

function checkImport(statement: ImportFrom, scope: Scope, context: Context): void {
  const { level, module } = statement;
  const location = locationOf(statement, scope);
  if (level > 0) {
    const message = "The import is relative, but truss imports the file of a chain on its own";
    const absolute = module === "" ? "module" : module;
    const write = `write \`from ${absolute} import …\`: modules are looked up from the folder of the file`;
    const rename = `rename \`${module}.py\`, because Python has a module of that name, and import it without the dot`;
    const help = isOfKnownLibrary(module) ? rename : write;
    context.reader.reporter.error("TC226", message, location, help);
  } else if (module === "model" && scope.module.program.find(module, scope.module) !== undefined) {
    const message =
      "truss reserves the file name `model.py` for what it generates, and refuses a chain that has such a file";
    context.reader.reporter.error("TC226", message, location, "rename the file");
  }
}

/** `from __future__ import annotations` makes strings of all annotations, which truss refuses in what it looks at. */
export function checkFuture(method: FunctionDef, context: Context): void {
  const isAnnotated = method.returns !== undefined || method.params.some(({ annotation }) => annotation !== undefined);
  const future = [...moduleOf(context.scope).names.values()].find((binding): binding is ImportBinding => {
    return binding.kind === "import" && binding.module === "__future__" && binding.name === "annotations";
  });
  if (!isAnnotated || future === undefined) return;
  const message = "This import turns all annotations into strings, which truss refuses in the methods of a chainlet";
  const help = "remove the import, and define classes before the methods that name them";
  context.reader.reporter.error("TC222", message, locationOf(future.span, future.enclosing), help);
}

function moduleOf(scope: Scope): Scope {
  return scope.parent === undefined ? scope : moduleOf(scope.parent);
}
