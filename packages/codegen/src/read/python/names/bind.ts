import type {
  Assign,
  ClassDef,
  Expression,
  If,
  Import,
  ImportFrom,
  Module,
  Span,
  Statement,
  Try,
} from "../syntax/nodes.js";
import type { Binding, ClassBinding, PythonModule, Scope, StarImport } from "./scope.js";
import { staticTest } from "./static-test.js";

/** The namespace of a module. */
export function moduleScope(module: PythonModule, syntax: Module): Scope {
  return new Binder(module, "", undefined).bindAll(syntax.body);
}

/** The namespace of the body of a function that stands in another namespace. */
export function bodyScope(body: readonly Statement[], parent: Scope): Scope {
  return new Binder(parent.module, parent.qualifiedName, parent).bindAll(body);
}

/** One thing that a name was bound to, and whether only under a condition. */
interface Candidate {
  readonly binding: Binding;
  readonly conditional: boolean;
}

/** Collects what the statements of one body bind; the scope it fills is the one that its bindings refer to. */
class Binder {
  readonly #candidates = new Map<string, Candidate[]>();
  readonly #names = new Map<string, Binding>();
  readonly #starImports: StarImport[] = [];
  readonly #scope: Scope;
  #conditional = false;

  constructor(module: PythonModule, qualifiedName: string, parent: Scope | undefined) {
    const [names, starImports] = [this.#names, this.#starImports];
    this.#scope = { module, qualifiedName, parent, names, starImports, resolutionOrders: new Map() };
  }

  bindAll(body: readonly Statement[]): Scope {
    this.#walk(body);
    for (const [name, candidates] of this.#candidates) {
      const binding = choose(candidates);
      if (binding !== undefined) {
        this.#names.set(name, binding);
      }
    }
    return this.#scope;
  }

  #add(name: string, binding: Binding): void {
    const candidates = this.#candidates.get(name) ?? [];
    candidates.push({ binding, conditional: this.#conditional });
    this.#candidates.set(name, candidates);
  }

  #walk(body: readonly Statement[]): void {
    for (const statement of body) {
      this.#bind(statement);
    }
  }

  #bind(statement: Statement): void {
    switch (statement.kind) {
      case "ClassDef":
        this.#add(statement.name, this.#classBinding(statement));
        break;
      case "FunctionDef":
        this.#add(statement.name, { kind: "function", definition: statement, enclosing: this.#scope });
        break;
      case "TypeAlias":
        this.#add(statement.name, { kind: "alias", definition: statement, enclosing: this.#scope });
        break;
      case "Assign":
        this.#bindAssign(statement);
        break;
      case "AnnAssign":
        if (statement.value !== undefined) {
          this.#bindTarget(statement.target, statement.value, statement.annotation);
        }
        break;
      case "AugAssign":
        this.#bindTarget(statement.target, undefined, undefined);
        break;
      case "Import":
        this.#bindImport(statement);
        break;
      case "ImportFrom":
        this.#bindImportFrom(statement);
        break;
      case "If":
        this.#bindIf(statement);
        break;
      case "Try":
        this.#bindTry(statement);
        break;
      case "Block":
        for (const inner of statement.bodies) {
          this.#underCondition(statement.keyword !== "with", inner);
        }
        break;
      default:
        break;
    }
  }

  #classBinding(definition: ClassDef): ClassBinding {
    const enclosing = this.#scope;
    const qualifiedName =
      enclosing.qualifiedName === "" ? definition.name : `${enclosing.qualifiedName}.${definition.name}`;
    let body: Scope | undefined;
    const bodyScope = (): Scope => {
      body ??= new Binder(enclosing.module, qualifiedName, enclosing).bindAll(definition.body);
      return body;
    };
    return { kind: "class", definition, qualifiedName, enclosing, body: bodyScope, mayBeReplaced: false };
  }

  #bindAssign(statement: Assign): void {
    for (const target of statement.targets) {
      this.#bindTarget(target, statement.value, undefined);
    }
  }

  /** A value of `undefined` is one that only running the module can tell. */
  #bindTarget(target: Expression, value: Expression | undefined, annotation: Expression | undefined): void {
    if (target.kind === "Name") {
      const binding: Binding =
        value === undefined
          ? { kind: "computed" }
          : { kind: "assignment", name: target.id, value, annotation, enclosing: this.#scope };
      this.#add(target.id, binding);
    } else if (target.kind === "Collection") {
      const values =
        value?.kind === "Collection" && value.elements.length === target.elements.length ? value.elements : [];
      target.elements.forEach((element, index) => {
        this.#bindTarget(element, values[index], undefined);
      });
    }
  }

  #bindImport(statement: Import): void {
    for (const imported of statement.names) {
      const root = imported.name.split(".")[0] ?? imported.name;
      const [name, module] = imported.as === undefined ? [root, root] : [imported.as, imported.name];
      this.#addImport(name, module, undefined, imported.name, imported);
    }
  }

  #bindImportFrom(statement: ImportFrom): void {
    const module = ".".repeat(statement.level) + statement.module;
    for (const imported of statement.names) {
      if (imported.name === "*") {
        this.#starImports.push({ module, hides: new Set(this.#candidates.keys()) });
      } else {
        this.#addImport(imported.as ?? imported.name, module, imported.name, module, imported);
      }
    }
  }

  #addImport(bound: string, module: string, name: string | undefined, statement: string, span: Span): void {
    this.#add(bound, { kind: "import", module, name, statement, span, enclosing: this.#scope });
  }

  #bindIf(statement: If): void {
    const known = staticTest(statement.test);
    if (known !== false) {
      this.#underCondition(known === undefined, statement.body);
    }
    if (known !== true) {
      this.#underCondition(known === undefined, statement.orelse);
    }
  }

  #bindTry(statement: Try): void {
    for (const inner of [statement.body, ...statement.handlers, statement.orelse]) {
      this.#underCondition(true, inner);
    }
    this.#walk(statement.finalbody);
  }

  #underCondition(conditional: boolean, body: readonly Statement[]): void {
    const before = this.#conditional;
    this.#conditional ||= conditional;
    this.#walk(body);
    this.#conditional = before;
  }
}

/**
 * Which of the things that a name was bound to it stands for: the last one that is always bound, and among those
 * bound under a condition the first. One that only says "not there" (`chains = None` in an `except`) gives way.
 */
function choose(candidates: readonly Candidate[]): Binding | undefined {
  const meant = candidates.filter((candidate) => !isPlaceholder(candidate.binding));
  const pool = meant.length > 0 ? meant : candidates;
  const chosen = pool.findLast((candidate) => !candidate.conditional) ?? pool[0];
  const binding = chosen?.binding;
  if (chosen === undefined || binding?.kind !== "class") {
    return binding;
  }
  const mayReplace = pool.slice(pool.indexOf(chosen) + 1).some((candidate) => candidate.binding.kind !== "import");
  return mayReplace ? { ...binding, mayBeReplaced: true } : binding;
}

function isPlaceholder(binding: Binding): boolean {
  if (binding.kind !== "assignment") {
    return false;
  }
  const { value } = binding;
  return (
    (value.kind === "Constant" && value.value === "None") || (value.kind === "Name" && /^(Any|object)$/.test(value.id))
  );
}
