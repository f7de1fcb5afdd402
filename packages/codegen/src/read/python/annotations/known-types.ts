import { withDifferences } from "../honesty/named-types.js";
import { collectionTypes } from "./collection-types.js";
import { scalarTypes } from "./scalar-types.js";
import { specialForms } from "./special-forms.js";
import { withArity } from "./type-arity.js";
import type { TypeBuilder } from "./type-expression.js";

/**
 * Every name that means something in an annotation, by its canonical qualified name. A new type is one entry in the
 * list that it belongs to.
 */
export const knownTypes: ReadonlyMap<string, TypeBuilder> = new Map(
  [...scalarTypes, ...collectionTypes, ...specialForms].map(([name, build]) => [
    name,
    withDifferences(name, withArity(name, build)),
  ]),
);
