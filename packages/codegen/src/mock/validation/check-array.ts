import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import type { Checking } from "./checking.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { numberKeyword } from "./schema-view.js";
import { messages, wrongSize } from "./wording.js";

/** Checks an array, which is a list, a set or a tuple in Python. */
export function checkArray(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (schema.prefixItems !== undefined) return checkTuple(schema, schema.prefixItems, value, location, checking);
  if (schema["uniqueItems"] === true) return checkSet(schema, value, location, checking);
  if (!Array.isArray(value)) return problem(location, messages.list);
  const most = numberKeyword(schema, "maxItems");
  if (most !== undefined && value.length > most) {
    return problem(location, wrongSize("List", "most", most, value.length));
  }
  return firstOf(checkItems(schema.items, value, location, checking, 0), () =>
    checkLeast(schema, "List", value.length, location),
  );
}

/** The items before the rest have a schema each; those that lack are required one by one, but for the last of a `NamedTuple`. */
function checkTuple(
  schema: JsonSchemaObject,
  positions: readonly JsonSchema[],
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (!Array.isArray(value)) return problem(location, messages.tuple);
  const isOpen = schema.items !== undefined && schema.items !== false;
  const most = numberKeyword(schema, "maxItems") ?? (isOpen ? value.length : positions.length);
  if (value.length > most) return problem(location, wrongSize("Tuple", "most", most, value.length));
  const least = numberKeyword(schema, "minItems") ?? positions.length;
  const problems = positions.flatMap((position, index) => {
    const item = value[index];
    const place = [...location, index];
    if (item !== undefined) return checking.check(position, item, place);
    return index < least ? problem(place, messages.missing) : [];
  });
  const rest = value.slice(positions.length);
  return [...problems, ...checkItems(schema.items, rest, location, checking, positions.length)];
}

/** A set takes equal items and counts them once. Those that do not fit are not in it. */
function checkSet(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (!Array.isArray(value)) return problem(location, messages.set);
  const { items = true } = schema;
  const reports = value.map((item, index) => checking.check(items, item, [...location, index]));
  const fitting = value.filter((_, index) => reports[index]?.length === 0);
  const size = new Set(fitting.map((item) => JSON.stringify(item))).size;
  const most = numberKeyword(schema, "maxItems");
  if (most !== undefined && size > most) return problem(location, wrongSize("Set", "most", most, "more"));
  return firstOf(reports.flat(), () => checkLeast(schema, "Set", size, location));
}

function checkItems(
  schema: JsonSchema | undefined,
  items: readonly JsonValue[],
  location: Location,
  checking: Checking,
  start: number,
): readonly Problem[] {
  if (schema === undefined) return [];
  return items.flatMap((item, index) => checking.check(schema, item, [...location, start + index]));
}

function checkLeast(schema: JsonSchemaObject, what: string, size: number, location: Location): readonly Problem[] {
  const least = numberKeyword(schema, "minItems");
  return least !== undefined && size < least ? problem(location, wrongSize(what, "least", least, size)) : [];
}

/** The first problems, else the second ones: pydantic counts items only when each of them fits. */
function firstOf(first: readonly Problem[], second: () => readonly Problem[]): readonly Problem[] {
  return first.length > 0 ? first : second();
}
