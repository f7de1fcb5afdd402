import { loadCases, type PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import type { ModulePart } from "./program.js";
import { snippet } from "./program.js";

const { prelude, cases } = loadCases();

/**
 * The features of pydantic that a program can be made of: all that are known without running Python, but those that
 * pydantic refuses or needs another library for, and those that bring modules of their own.
 */
export const features: readonly PydanticCase[] = cases.filter((subject) => {
  const isRefused = subject.error ?? subject.validation_error ?? subject.serialization_error ?? subject.wire_error;
  const isPlain = subject.target === "M" && subject.files === undefined && !subject.code.includes("Email");
  return subject.static === "yes" && isPlain && isRefused === undefined;
});

/** The name that a feature has in the table of what programs cover. */
export function featureName({ id, label }: PydanticCase): string {
  return `case ${id}: ${label}`;
}

/** The key of the declaration that a feature is. */
export function featureKey({ id }: PydanticCase): string {
  return `case${id}`;
}

/** A module that holds a feature: a class `M` with whatever it needs. */
export function featureModule(subject: PydanticCase): ModulePart {
  const head = snippet(`${prelude}${subject.code}`, featureName(subject));
  const declaration = { key: featureKey(subject), name: "M", head, members: [], emptyBody: undefined };
  return { name: `features.case_${subject.id}`, root: "", declarations: [declaration] };
}
