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
import { isSeenAt, mutatedName, type Sight, sightOf } from "./binding-times.js";
import { type Candidate, type Certainty, choose } from "./candidates.js";
import { changedClass, rebuiltClass } from "./changed-class.js";
import type { Binding, ClassBinding, PythonModule, Scope, StarImport } from "./scope.js";
import { isForTypeCheckers, staticTest } from "./static-test.js";

/** The namespace of a module. */
export function moduleScope(module: PythonModule, syntax: Module): Scope {
  return new Binder(module, "", undefined, true).bindAll(syntax.body);
}

/** The namespace of the body of a function that stands in another namespace. */
export function bodyScope(body: readonly Statement[], parent: Scope): Scope {
  return new Binder(parent.module, parent.qualifiedName, parent, false).bindAll(body);
}

/** Collects what the statements of one body bind; the scope it fills is the one that its bindings refer to. */
class Binder {
  readonly #candidates = new Map<string, Candidate[]>();
  readonly #names = new Map<string, Binding>();
  readonly #starImports: StarImport[] = [];
  readonly #mutated = new Set<string>();
  readonly #changed = new Map<string, Span>();
  readonly #rebuilt = new Set<string>();
  readonly #scope: Scope;
  #certainty: Certainty = "always";
  #seen: Sight = { from: 0, annotation: undefined };

  constructor(module: PythonModule, qualifiedName: string, parent: Scope | undefined, runsInOrder: boolean) {
    const [names, starImports, rebuilt] = [this.#names, this.#starImports, this.#rebuilt];
    const namesBefore = (name: string, place: number): Binding | undefined => this.#before(name, place);
    const members = { names, namesBefore, starImports, rebuilt, resolutionOrders: new Map() };
    this.#scope = { module, qualifiedName, parent, runsInOrder, ...members };
  }

  bindAll(body: readonly Statement[]): Scope {
    this.#walk(body);
    for (const [name, candidates] of this.#candidates) {
      const binding = this.#choose(name, candidates);
      if (binding !== undefined) {
        this.#names.set(name, binding);
      }
    }
    return this.#scope;
  }

  #before(name: string, place: number): Binding | undefined {
    const candidates = this.#candidates.get(name) ?? [];
    const seen = candidates.filter((candidate) => isSeenAt(place, candidate.seen));
    return seen.length === candidates.length ? this.#names.get(name) : this.#choose(name, seen);
  }

  #choose(name: string, candidates: readonly Candidate[]): Binding | undefined {
    const binding = choose(candidates);
    const changedBy = this.#changed.get(name);
    if (binding?.kind === "class" && changedBy !== undefined) return { ...binding, changedBy };
    return binding?.kind === "assignment" && this.#mutated.has(name) ? { kind: "computed" } : binding;
  }

  #add(name: string, binding: Binding): void {
    const candidates = this.#candidates.get(name) ?? [];
    candidates.push({ binding, certainty: this.#certainty, seen: this.#seen });
    this.#candidates.set(name, candidates);
  }

  #walk(body: readonly Statement[]): void {
    for (const statement of body) {
      this.#seen = sightOf(statement);
      this.#bind(statement);
      const mutated = mutatedName(statement);
      if (mutated !== undefined) this.#mutated.add(mutated);
      const changed = changedClass(statement);
      if (changed !== undefined) this.#changed.set(changed, statement);
      const rebuilt = rebuiltClass(statement);
      if (rebuilt !== undefined) this.#rebuilt.add(rebuilt);
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
          this.#within(statement.keyword === "with" ? "always" : "conditional", inner);
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
      body ??= new Binder(enclosing.module, qualifiedName, enclosing, enclosing.runsInOrder).bindAll(definition.body);
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
          : { kind: "assignment", name: target.id, value, annotation, enclosing: this.#scope, mayBeReplaced: false };
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
        this.#starImports.push({ module, place: statement.end, hides: new Set(this.#candidates.keys()) });
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
    const certainty = known === undefined ? "conditional" : "always";
    if (known !== false) {
      this.#within(certainty, statement.body);
    } else if (isForTypeCheckers(statement.test)) {
      this.#within("type-checking", statement.body);
    }
    if (known !== true) {
      this.#within(certainty, statement.orelse);
    }
  }

  #bindTry(statement: Try): void {
    for (const inner of [statement.body, ...statement.handlers, statement.orelse]) {
      this.#within("conditional", inner);
    }
    this.#walk(statement.finalbody);
  }

  #within(certainty: Certainty, body: readonly Statement[]): void {
    const before = this.#certainty;
    this.#certainty = before === "always" ? certainty : before;
    this.#walk(body);
    this.#certainty = before;
  }
}
