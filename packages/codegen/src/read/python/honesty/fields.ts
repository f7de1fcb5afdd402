import type { ModelConfig } from "../models/config.js";
import type { Definition, Field } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import type { DifferenceName } from "./differences.js";

/** What is said around the type of a field, as far as the server goes by it. */
export interface FieldWords {
  readonly config: ModelConfig;
  /** Whether its only aliases are paths. */
  readonly isByPath: boolean;
  /** Whether it is strict, and its type is one that JSON has no value of. */
  readonly isRefusedStrictly: boolean;
  readonly isOnErrorOmit: boolean;
  /** Whether it is an array of numpy's, without a type beside it. */
  readonly isArray: boolean;
}

/** Where a field differs from its schema, beside its type. */
interface FieldRule {
  readonly difference: DifferenceName;
  readonly applies: (field: Field, words: FieldWords) => boolean;
}

/** Adding one is adding an entry. */
const rules: readonly FieldRule[] = [
  { difference: "pathAlias", applies: (_, { isByPath, config }) => isByPath && config.acceptsNames !== true },
  {
    difference: "byNameOnly",
    applies: ({ name, validationAlias = name }, { config }) =>
      config.acceptsAliases === false && validationAlias !== name,
  },
  { difference: "strict", applies: (_, { isRefusedStrictly }) => isRefusedStrictly },
  { difference: "errorOmit", applies: (_, { isOnErrorOmit }) => isOnErrorOmit },
  {
    difference: "errorOmitRequired",
    applies: (field, { isOnErrorOmit }) => isOnErrorOmit && field.default.kind === "unknown",
  },
  {
    difference: "hiddenRequired",
    applies: ({ type, default: given }) => isHidden(type) && given.kind === "required",
  },
  {
    difference: "arrayDefault",
    applies: (field, { isArray }) => isArray && hasNone(field) && field.validatesDefault !== true,
  },
  { difference: "refusedDefault", applies: (field) => hasNone(field) && field.validatesDefault === true },
];

/** In what a field differs from its schema, beside its type. */
export function fieldDifferences(field: Field, words: FieldWords): readonly DifferenceName[] {
  return rules.filter(({ applies }) => applies(field, words)).map(({ difference }) => difference);
}

function isHidden(type: PythonType): boolean {
  return type.kind === "omitted" || (type.kind === "described" && isHidden(type.inner));
}

function hasNone({ default: given }: Field): boolean {
  return given.kind === "constant" && given.value.kind === "none";
}

/** Whether a type lacks `None`, as far as can be told: code of the user's may take it or write something else for it. */
export function lacksNone(type: PythonType, inside: ReadonlySet<Definition> = new Set()): boolean {
  switch (type.kind) {
    case "plain": {
      const { type: name, enum: values } = type.schema;
      return values === undefined ? name !== undefined && name !== "null" : !values.includes(null);
    }
    case "described":
      return type.changesValues !== true && lacksNone(type.inner, inside);
    case "union":
      return type.members.every((member) => lacksNone(member, inside));
    case "reference":
      return !inside.has(type.definition) && shapeLacksNone(type.definition, new Set([...inside, type.definition]));
    case "array":
    case "tuple":
    case "mapping":
    case "decimal":
      return true;
    default:
      return false;
  }
}

function shapeLacksNone(definition: Definition, inside: ReadonlySet<Definition>): boolean {
  const shape = definition.shape();
  switch (shape.kind) {
    case "type":
      return lacksNone(shape.type, inside);
    case "root":
      return lacksNone(shape.field.type, inside);
    default:
      return true;
  }
}
