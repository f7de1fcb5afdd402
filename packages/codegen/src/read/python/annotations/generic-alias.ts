import type { Context, Reader, TypeArgument, TypeVariable } from "../context.js";
import { externalName, resolve } from "../names/resolve.js";
import type { AssignmentBinding, Scope } from "../names/scope.js";
import type { Expression, Subscript } from "../syntax/nodes.js";
import { subscriptArguments } from "./type-arguments.js";
import { assignedVariable, variableName } from "./type-variables.js";

/**
 * Where the value of an alias is read that is given types in brackets, as in `Pair[int]` after `Pair = tuple[T, T]`;
 * `undefined` where it does not take so many.
 */
export function insideAlias(
  { value, enclosing }: AssignmentBinding,
  given: readonly TypeArgument[],
  context: Context,
): Context | undefined {
  const typeVariables = bind(new AliasVariables(context.reader).of(value, enclosing), given);
  return typeVariables && { ...context, scope: enclosing, typeVariables };
}

/** A type variable as it is written in an alias, or in one that it names. */
interface Written {
  readonly name: string;
  readonly identity: string;
}

function bind(written: readonly Written[], given: readonly TypeArgument[]): Context["typeVariables"] | undefined {
  const identities = [...new Set(written.map(({ identity }) => identity))];
  if (given.length === 0 || given.length !== identities.length) return undefined;
  const variables = new Map<string, TypeVariable>();
  for (const { name, identity } of written) {
    const argument = given[identities.indexOf(identity)];
    if (argument === undefined || variables.has(name)) return undefined;
    variables.set(name, { ...argument, identity, isOpen: false });
  }
  return variables;
}

/** Finds the type variables of aliases, in the order in which their brackets take them. */
class AliasVariables {
  readonly #reader: Reader;
  /** Those of the values that it has been through; none while it is inside of one. */
  readonly #found = new Map<Expression, readonly Written[]>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  of(value: Expression, scope: Scope): readonly Written[] {
    // A model with types in brackets is a class, whose variables show only where it is all that the alias stands for.
    return value.kind === "Subscript" ? this.#inAll(subscriptArguments(value.slice), scope) : this.#in(value, scope);
  }

  #in(expression: Expression, scope: Scope): readonly Written[] {
    switch (expression.kind) {
      case "Name":
      case "Attribute":
        return this.#behind(expression, scope);
      case "BinaryOperation":
        return this.#inAll([expression.left, expression.right], scope);
      case "Collection":
        return this.#inAll(expression.elements, scope);
      case "Subscript":
        return this.#inAll(this.#typesIn(expression, scope), scope);
      default:
        return [];
    }
  }

  /** Each variable once. */
  #inAll(expressions: readonly Expression[], scope: Scope): readonly Written[] {
    const all = expressions.flatMap((expression) => this.#in(expression, scope));
    return [...new Map(all.map((written) => [`${written.name} ${written.identity}`, written])).values()];
  }

  #behind(expression: Expression, scope: Scope): readonly Written[] {
    const [name, variable] = [variableName(expression), assignedVariable(expression, scope)];
    if (name !== undefined && variable !== undefined) return [{ name, identity: variable.identity }];
    const meaning = resolve(expression, scope);
    if (meaning?.kind !== "assignment") return [];
    const known = this.#found.get(meaning.value);
    if (known !== undefined) return known;
    this.#found.set(meaning.value, []);
    const found = this.#in(meaning.value, meaning.enclosing);
    this.#found.set(meaning.value, found);
    return found;
  }

  #typesIn({ value, slice }: Subscript, scope: Scope): readonly Expression[] {
    const parts = subscriptArguments(slice);
    const meaning = resolve(value, scope);
    if (meaning?.kind === "class" && this.#reader.isModel(meaning)) return [];
    switch (externalName(value, scope)) {
      case "typing.Literal":
        return [];
      case "typing.Annotated":
        return parts.slice(0, 1);
      default:
        return parts;
    }
  }
}
