import type { ClassBinding } from "../names/scope.js";
import type { Construction } from "../types/definition.js";
import { externalBases } from "./class-bases.js";
import { methodsOf } from "./class-statements.js";
import type { ModelConfig } from "./config.js";
import type { DecoratedMethod } from "./decorated-methods.js";

const changingDecorators =
  /^pydantic\.(field_validator|model_validator|validator|root_validator|model_serializer|field_serializer|computed_field)$/;

const makers = /^(__init__|__new__|model_post_init|__post_init__)$/;

/** Bases from libraries that leave the making and the writing of instances to pydantic and Python. */
const plainBases: ReadonlySet<string> = new Set([
  "pydantic.BaseModel",
  "pydantic.RootModel",
  "typing.Generic",
  "typing.NamedTuple",
  "abc.ABC",
  "builtins.object",
]);

/** What decides how instances of a class are made. */
export interface Making {
  /** The class and its bases. */
  readonly order: readonly ClassBinding[];
  readonly methods: readonly DecoratedMethod[];
  readonly config: ModelConfig;
  readonly validates: boolean;
  readonly positional: readonly string[];
}

/** How instances of a class are made; `undefined` where code of the user's, or of a library, has a say in it. */
export function constructionOf({ order, methods, config, validates, positional }: Making): Construction | undefined {
  const runsCode = order.some((owner) => methodsOf(owner.definition.body).some(({ name }) => makers.test(name)));
  const isForeign = [...externalBases(order)].some((name) => !plainBases.has(name));
  const isChanged = methods.some((method) => changingDecorators.test(method.name));
  if (runsCode || isForeign || isChanged || config.encodesByCode === true) return undefined;
  return {
    validates,
    positional,
    acceptsNames: config.acceptsNames ?? false,
    rewritesTexts: config.rewritesTexts ?? false,
    isDictionary: false,
  };
}

/** How a named tuple is made: of its items, in order, and nothing is checked. */
export function rowConstruction(positional: readonly string[]): Construction {
  return { validates: false, positional, acceptsNames: false, rewritesTexts: false, isDictionary: false };
}

/** A `TypedDict` is a dictionary that is taken as it is. */
export const dictionaryConstruction: Construction = { ...rowConstruction([]), isDictionary: true };
