import type { TypeArgument } from "../context.js";
import type { Definition, Shape } from "../types/definition.js";
import type { Difference } from "../types/python-type.js";
import type { ModelConfig } from "./config.js";

/** How a declaration is used: what tells its definition from others of the same. */
export interface DefinitionUse {
  readonly arguments: readonly TypeArgument[];
  /** The settings that it goes by where they are those of the model around it. */
  readonly around: ModelConfig;
}

/** What a definition is made of. */
export interface DefinitionSource {
  /** The qualified name of the class in its module. */
  readonly name: string;
  readonly module: string;
  readonly mixture?: Difference | undefined;
  readonly shape: () => Shape;
}

/** No generic class is used with as many arguments; one that refers to ever larger forms of itself would be. */
const mostForms = 100;

/** Hands out one definition for each class, set of type arguments and settings that it takes from where it stands. */
export class DefinitionStore {
  readonly #definitions = new Map<string, Definition>();
  readonly #numbers = new Map<object, number>();
  readonly #forms = new Map<object, number>();

  /**
   * The definition of a declaration; `undefined` where it has grown without end.
   *
   * @param declaration - the node that declares it; the same node means the same definition.
   */
  define(declaration: object, use: DefinitionUse, source: DefinitionSource): Definition | undefined {
    const forms = this.#forms.get(declaration) ?? 0;
    if (forms > mostForms) return undefined;
    const types = use.arguments.map((argument) => this.#identify(argument.type));
    const declared = JSON.stringify([this.#number(declaration), types]);
    const key = `${declared} ${this.#identifyConfig(use.around)}`;
    const existing = this.#definitions.get(key);
    if (existing !== undefined) return existing;
    const definition = createDefinition(declared, use.arguments, source);
    this.#definitions.set(key, definition);
    this.#forms.set(declaration, forms + 1);
    return definition;
  }

  #number(object: object): number {
    const number = this.#numbers.get(object) ?? this.#numbers.size;
    this.#numbers.set(object, number);
    return number;
  }

  /** A text that two settings have in common only if they are the same. */
  #identifyConfig(config: ModelConfig): string {
    return JSON.stringify(config, (_key, value: unknown) =>
      typeof value === "function" ? this.#number(value) : value,
    );
  }

  /** A text that two types have in common only if they are the same. */
  #identify(type: TypeArgument["type"]): string {
    return JSON.stringify(type, (key, value: unknown) =>
      key === "definition" && typeof value === "object" && value !== null ? this.#number(value) : value,
    );
  }
}

function createDefinition(
  declared: string,
  given: readonly TypeArgument[],
  { name, module, mixture, shape }: DefinitionSource,
): Definition {
  const suffix = given.length === 0 ? "" : `[${given.map((argument) => argument.name).join(",")}]`;
  const shortSuffix = suffix.replace(/[^[\],]+/g, lastPart);
  let read: Shape | undefined;
  return {
    declared,
    shortName: `${lastPart(name)}${shortSuffix}`,
    qualifiedName: `${module}.${name}${suffix}`,
    ...(mixture === undefined ? {} : { mixture }),
    shape: () => {
      read ??= shape();
      return read;
    },
  };
}

/** What follows the last period, as pydantic shortens a name. */
function lastPart(name: string): string {
  return name.replace(/(?:[^.[\]]+\.)+([^.[\]]+)/, "$1");
}
