import type { Location } from "../../../diagnostics/diagnostic.js";
import { argument } from "../constants/call-arguments.js";
import type { Context } from "../context.js";
import { differenceOf } from "../honesty/differences.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import type { Difference } from "../types/python-type.js";
import { resolutionOrder } from "./class-bases.js";
import { type ClassKind, dataclassDecorator, isPydanticDataclass } from "./class-kind.js";
import { attributesOf } from "./class-statements.js";
import type { ModelConfig } from "./config.js";
import { configDecorators, readConfig, readConfigArgument } from "./read-config.js";

/**
 * The settings that hold inside a class: its own or, where it is of a kind that needs none and has none, those of the model
 * that it stands in.
 */
export function configInside(binding: ClassBinding, kind: ClassKind, context: Context): ModelConfig {
  return goesByAround(binding, kind) ? configAround(kind, context.config) : ownConfig(binding, kind, context);
}

/** Whether the settings around a class hold in it, too. */
export function goesByAround(binding: ClassBinding, kind: ClassKind): boolean {
  return kind === "named-tuple" || ((kind === "typed-dict" || kind === "dataclass") && !hasOwnConfig(binding));
}

/** Whether a dataclass or a `TypedDict`, or one of its bases, has settings of its own, be they empty. */
export function hasOwnConfig(binding: ClassBinding): boolean {
  return resolutionOrder(binding).some((owner) => isPydanticDataclass(owner) || hasSettings(owner));
}

/** Whether a dataclass or a `TypedDict` itself says what its settings are. */
function hasSettings(binding: ClassBinding): boolean {
  return (
    configArgument(binding) !== undefined ||
    configDecorators(binding).length > 0 ||
    attributesOf(binding.definition.body).some(({ name }) => name === "__pydantic_config__")
  );
}

/**
 * The settings that a class of this kind takes from the model around it. They name its keys and rule what the server does. Its
 * schema goes by them for bytes and durations in a named tuple alone: other classes have these as if nothing was set.
 */
export function configAround(kind: ClassKind, around: ModelConfig): ModelConfig {
  switch (kind) {
    case "named-tuple":
      return sharedConfig(around);
    case "typed-dict":
    case "dataclass":
      return withSentForms(sharedConfig(around));
    default:
      return {};
  }
}

/** What may happen to a class of this kind where it has no settings, and stands in models of different ones. */
export function mixtureOf(kind: ClassKind, location: Location): Difference | undefined {
  // A named tuple is an array in each form.
  return kind === "typed-dict" || kind === "dataclass" ? differenceOf("mixture", location) : undefined;
}

function withSentForms({ bytesAs, durationsAs, sentForms, ...rest }: ModelConfig): ModelConfig {
  const sent = { ...sentForms, ...(bytesAs && { bytesAs }), ...(durationsAs && { durationsAs }) };
  return Object.keys(sent).length === 0 ? rest : { ...rest, sentForms: sent };
}

const ofModelAlone: ReadonlySet<string> = new Set(["title", "extraSchema", "defaultsRequired", "serializesByAlias"]);

/** What the settings of a model say of all that stands in it, and not of the model alone. */
export function sharedConfig(config: ModelConfig): ModelConfig {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !ofModelAlone.has(name)));
}

function ownConfig(binding: ClassBinding, kind: ClassKind, context: Context): ModelConfig {
  switch (kind) {
    case "enum":
      return {};
    case "dataclass":
    case "typed-dict":
      return nearestConfig(binding, context);
    default:
      return readConfig(resolutionOrder(binding), context);
  }
}

/** Of a dataclass or a `TypedDict` and its bases the nearest that has settings counts, and they are not merged. */
function nearestConfig(binding: ClassBinding, context: Context): ModelConfig {
  const owner = resolutionOrder(binding).find(hasSettings);
  if (owner === undefined) return {};
  const decorated = readConfigArgument(configArgument(owner), { ...context, scope: owner.enclosing });
  return { ...readConfig([owner], context), ...decorated };
}

/** `@pydantic.dataclasses.dataclass(config=…)` */
function configArgument(binding: ClassBinding): Expression | undefined {
  const decorator = dataclassDecorator(binding);
  return decorator?.kind === "Call" ? argument(decorator, "config") : undefined;
}
