import { externalName } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import { calleeOf } from "../syntax/callee.js";
import type { Expression } from "../syntax/nodes.js";
import { externalBases, resolutionOrder } from "./class-bases.js";

/** What pydantic makes of a class. */
export type ClassKind = "model" | "root-model" | "enum" | "dataclass" | "typed-dict" | "named-tuple" | "other";

/** Bases that decide what a class is, the more telling first. */
const telling: readonly (readonly [string, ClassKind])[] = [
  ["pydantic.RootModel", "root-model"],
  ["pydantic.BaseModel", "model"],
  ["pydantic_settings.BaseSettings", "model"],
  ["enum.Enum", "enum"],
  ["enum.IntEnum", "enum"],
  ["enum.StrEnum", "enum"],
  ["enum.Flag", "enum"],
  ["enum.IntFlag", "enum"],
  ["truss_chains.utils.StrEnum", "enum"],
  ["typing.TypedDict", "typed-dict"],
  ["typing.NamedTuple", "named-tuple"],
];

const pydanticDataclass = "pydantic.dataclasses.dataclass";

/** What a class is, going by its bases and decorators. */
export function classKind(binding: ClassBinding): ClassKind {
  const order = resolutionOrder(binding);
  const bases = externalBases(order);
  const found = telling.find(([name]) => bases.has(name));
  if (found !== undefined) return found[1];
  return order.some((owner) => dataclassDecorator(owner) !== undefined) ? "dataclass" : "other";
}

/** Whether a class of a kind is a model of pydantic's. */
export function isModelKind(kind: ClassKind): boolean {
  return kind === "model" || kind === "root-model";
}

/** The decorator that makes a class a dataclass, of the standard library or of pydantic. */
export function dataclassDecorator(binding: ClassBinding): Expression | undefined {
  return binding.definition.decorators.find((decorator) => {
    const name = decoratorName(decorator, binding);
    return name === "dataclasses.dataclass" || name === pydanticDataclass;
  });
}

/** Whether a class is a dataclass of pydantic's own. */
export function isPydanticDataclass(binding: ClassBinding): boolean {
  return binding.definition.decorators.some((decorator) => decoratorName(decorator, binding) === pydanticDataclass);
}

function decoratorName(decorator: Expression, binding: ClassBinding): string | undefined {
  return externalName(calleeOf(decorator), binding.enclosing);
}
