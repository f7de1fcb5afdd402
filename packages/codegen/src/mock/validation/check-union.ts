import type { JsonSchema, JsonValue } from "../../signature.js";
import type { Checking } from "./checking.js";
import type { Location } from "./location.js";
import { memberLabel } from "./member-label.js";
import type { Problem } from "./problem.js";
import { hasType } from "./schema-view.js";

/**
 * Checks a union. A single type that may be `None` is no union to pydantic; of a real one, every member reports under
 * its label.
 */
export function checkUnion(
  alternatives: readonly JsonSchema[],
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  const members = alternatives.filter((member) => !hasType(member, "null"));
  if (value === null && members.length < alternatives.length) return [];
  const [only] = members;
  if (only !== undefined && members.length === 1) return checking.check(only, value, location);
  const reports = members.map((member) => {
    return checking.check(member, value, [...location, memberLabel(member, checking.resolve)]);
  });
  if (reports.some((report) => report.length === 0)) return [];
  return reports.flat();
}
