import { resolutionOrder } from "../../models/class-bases.js";
import { canonicalName } from "../../names/canonical-name.js";
import { externalName, type Meaning, resolve } from "../../names/resolve.js";
import type { ClassBinding } from "../../names/scope.js";
import type { Attribute, Call, Expression, Name } from "../../syntax/nodes.js";
import { type CalledFunction, type Code, type CodeReader, topLevel } from "./code.js";

/** What a value is, or comes from, as far as that is known without running anything. */
export type Origin =
  | { readonly kind: "external"; readonly name: string }
  | { readonly kind: "class"; readonly binding: ClassBinding }
  | { readonly kind: "instance"; readonly binding: ClassBinding }
  | { readonly kind: "function"; readonly called: CalledFunction }
  /** An expression that is no name. */
  | { readonly kind: "expression"; readonly expression: Expression; readonly code: Code }
  | { readonly kind: "unknown" };

/** How many steps one search takes: ends circles, and what branches without end. */
const mostSteps = 200;

/** Follows values to where they come from. */
export class OriginFinder {
  readonly #reader: CodeReader;
  #left = 0;

  constructor(reader: CodeReader) {
    this.#reader = reader;
  }

  /** What a value may be: more than one thing where it is assigned more than once. */
  originsOf(expression: Expression, code: Code): readonly Origin[] {
    this.#left = mostSteps;
    return this.#find(expression, code);
  }

  #find(expression: Expression, code: Code): readonly Origin[] {
    this.#left -= 1;
    if (this.#left < 0) return [{ kind: "unknown" }];
    switch (expression.kind) {
      case "Name":
        return this.#name(expression, code);
      case "Attribute":
        return this.#attribute(expression, code);
      case "Call":
        return this.#call(expression, code);
      case "Conditional":
        return [...this.#find(expression.body, code), ...this.#find(expression.orelse, code)];
      default:
        return [{ kind: "expression", expression, code }];
    }
  }

  #name(expression: Name, code: Code): readonly Origin[] {
    const { id } = expression;
    const assigned = code.assigned.get(id);
    if (assigned !== undefined) return meant(assigned).flatMap((value) => this.#find(value, code));
    if (code.receiver?.name === id) return [{ kind: "instance", binding: code.receiver.binding }];
    if (code.parameters.has(id)) return [{ kind: "unknown" }];
    return this.#meaning(resolve(expression, code.scope));
  }

  #attribute(expression: Attribute, code: Code): readonly Origin[] {
    return this.#find(expression.value, code).flatMap((owner): readonly Origin[] => {
      switch (owner.kind) {
        case "instance":
        case "class":
          return this.#member(owner.binding, expression);
        case "external":
          return [{ kind: "external", name: canonicalName(`${owner.name}.${expression.attr}`) }];
        default:
          return this.#meaning(code.parameters.has(rootOf(expression)) ? undefined : resolve(expression, code.scope));
      }
    });
  }

  #call(expression: Call, code: Code): readonly Origin[] {
    const [of] = expression.args;
    if (of !== undefined && externalName(expression.func, code.scope) === "builtins.type") return this.#find(of, code);
    return this.#find(expression.func, code).map((func) =>
      func.kind === "class" ? { kind: "instance", binding: func.binding } : { kind: "expression", expression, code },
    );
  }

  /** An attribute of a class or of its instance, which are alike here; what a method assigns hides what the class does. */
  #member(owner: ClassBinding, { attr, ...span }: Attribute): readonly Origin[] {
    if (attr === "__class__") return [{ kind: "instance", binding: owner }];
    const assigned = this.#reader.assignedTo(attr, owner);
    const values = new Set(meant(assigned.map(({ value }) => value)));
    if (values.size > 0) {
      return assigned.filter(({ value }) => values.has(value)).flatMap(({ value, code }) => this.#find(value, code));
    }
    const declaring = resolutionOrder(owner).find((binding) => binding.body().names.has(attr));
    const name: Name = { ...span, kind: "Name", id: attr };
    return this.#meaning(declaring && resolve(name, declaring.body()), owner);
  }

  #meaning(meaning: Meaning | undefined, owner?: ClassBinding): readonly Origin[] {
    switch (meaning?.kind) {
      case "assignment":
        return this.#find(meaning.value, topLevel(meaning.enclosing));
      case "function":
        return [{ kind: "function", called: { definition: meaning.definition, enclosing: meaning.enclosing, owner } }];
      case "class":
        return [{ kind: "class", binding: meaning }];
      case "external":
        return [{ kind: "external", name: meaning.name }];
      default:
        return [{ kind: "unknown" }];
    }
  }
}

/** The values that are meant: `None` only says that there is none yet. */
function meant(values: readonly Expression[]): readonly Expression[] {
  const others = values.filter((value) => value.kind !== "Constant");
  return others.length > 0 ? others : values;
}

/** The name that a dotted name starts with. */
function rootOf(expression: Expression): string {
  if (expression.kind === "Attribute") return rootOf(expression.value);
  return expression.kind === "Name" ? expression.id : "";
}
