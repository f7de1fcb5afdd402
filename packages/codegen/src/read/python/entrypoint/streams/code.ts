import { resolutionOrder } from "../../models/class-bases.js";
import { methodsOf } from "../../models/class-statements.js";
import { bodyScope } from "../../names/bind.js";
import type { ClassBinding, Scope } from "../../names/scope.js";
import { type NameReference, parseFunctionCode } from "../../syntax/function-code.js";
import type { Expression, FunctionDef } from "../../syntax/nodes.js";
import { PythonSyntaxError } from "../../syntax/syntax-error.js";
import { type Assignments, assignmentsIn } from "./assignments.js";

/** What a piece of code makes of names: the body of a function, or the top level of a module or class. */
export interface Code {
  readonly scope: Scope;
  /** What it assigns to names and to attributes of names, all of it. */
  readonly assigned: Assignments;
  /** The names that whoever calls it gives a value. */
  readonly parameters: ReadonlySet<string>;
  /** What it calls the instance, or the class, that it is a method of. */
  readonly receiver: { readonly name: string; readonly binding: ClassBinding } | undefined;
  readonly references: readonly NameReference[];
}

/** A function, and the class whose method it is. */
export interface CalledFunction {
  readonly definition: FunctionDef;
  /** The namespace that it is defined in. */
  readonly enclosing: Scope;
  readonly owner: ClassBinding | undefined;
}

/** A top level: what it assigns, its namespace knows. */
export function topLevel(scope: Scope): Code {
  return { scope, assigned: new Map(), parameters: new Set(), receiver: undefined, references: [] };
}

/** Reads the bodies of functions, each once. */
export class CodeReader {
  readonly #known = new Map<FunctionDef, Code | undefined>();

  /** The code of a function; `undefined` where its body is not Python. */
  read(called: CalledFunction): Code | undefined {
    const { definition } = called;
    if (!this.#known.has(definition)) {
      this.#known.set(definition, readCode(called));
    }
    return this.#known.get(definition);
  }

  /** What the methods of a class and of its bases assign to an attribute of their instance. */
  assignedTo(attribute: string, owner: ClassBinding): readonly { readonly value: Expression; readonly code: Code }[] {
    const methods = resolutionOrder(owner).flatMap((binding) => {
      const enclosing = binding.body();
      return methodsOf(binding.definition.body).map((definition) => this.read({ definition, enclosing, owner }));
    });
    return methods.flatMap((code) => {
      const values = code?.receiver === undefined ? [] : code.assigned.get(`${code.receiver.name}.${attribute}`);
      return code === undefined ? [] : (values ?? []).map((value) => ({ value, code }));
    });
  }
}

function readCode({ definition, enclosing, owner }: CalledFunction): Code | undefined {
  try {
    const { statements, parameters, references } = parseFunctionCode(definition);
    const [first] = definition.params;
    return {
      scope: bodyScope(statements, visibleFrom(enclosing)),
      assigned: assignmentsIn(statements),
      parameters,
      receiver: owner === undefined || first === undefined ? undefined : { name: first.name, binding: owner },
      references,
    };
  } catch (error) {
    if (error instanceof PythonSyntaxError) return undefined;
    throw error;
  }
}

/** The names of a class are not seen by the bodies of its methods. */
function visibleFrom(scope: Scope): Scope {
  return scope.qualifiedName !== "" && scope.parent !== undefined ? visibleFrom(scope.parent) : scope;
}
