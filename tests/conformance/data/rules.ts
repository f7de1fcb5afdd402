import type { PydanticError } from "./pydantic.js";
import type { Trial } from "./trials.js";

/** What pydantic says of a value whose type is wrong, beside all that ends in `_type`. */
const typeErrors: ReadonlySet<string> = new Set([
  "missing",
  "extra_forbidden",
  "none_required",
  "literal_error",
  "enum",
  "union_tag_invalid",
  "union_tag_not_found",
  "is_instance_of",
  "unexpected_keyword_argument",
  "missing_argument",
  "too_long: Tuple",
  // These are said of texts where a number or a flag is wanted: what else can be parsed is a text to TypeScript too.
  "int_parsing",
  "float_parsing",
  "bool_parsing",
]);

/** What pydantic says of texts, too, that are not of a form. */
const textErrors: ReadonlySet<string> = new Set(["complex_type"]);

/** Whether a value was neither drawn nor answered. */
function isMutant({ kind }: Trial): boolean {
  return kind !== "drawn" && kind !== "answered";
}

/** Whether pydantic refuses a mutant by nothing but its type. */
export function isRefusedByType(trial: Trial): boolean {
  return isMutant(trial) && "refused" in trial.pydantic && trial.pydantic.refused.every(isTypeError);
}

/** A key of an object is a text, and what a text has to be for a key of another type, TypeScript does not say. */
function isTypeError({ type, place }: PydanticError): boolean {
  const isKey = place.at(-1) === "[key]";
  if (isKey) return type === "literal_error" || type === "enum";
  return typeErrors.has(type) || (type.endsWith("_type") && !textErrors.has(type));
}

/** Whether TypeScript refuses a mutant that pydantic takes. */
export function isRefusedByTypeScriptAlone(trial: Trial): boolean {
  return isMutant(trial) && "accepted" in trial.pydantic && trial.typescript !== undefined;
}

/** The ways in which TypeScript may refuse what pydantic takes; the first that applies counts. */
const strictnesses: readonly (readonly [what: string, applies: (trial: Trial) => boolean])[] = [
  ["an unknown key", ({ kind }) => kind === "an unknown key"],
  // Truss makes such an argument nullable, whatever its type.
  ["null for a defaulted argument", ({ kind, path }) => kind === "null" && path.length === 1],
  ["a lax coercion", ({ pydantic }) => "accepted" in pydantic && pydantic.accepted === true],
  // To Python, `True` is among 1, 2 and 3. Where the rest of the value cannot be written, that it became 1 does not show.
  [
    "a flag for one of some numbers",
    ({ typescript = "" }) => /^Type 'true' is not assignable to type '\d/.test(typescript),
  ],
  // numpy has defaults of its own in place of None.
  ["null in an array", ({ kind, path }) => kind === "null" && /^(shape|dtype)$/.test(String(path.at(-1)))],
];

/** By what TypeScript refuses a value that pydantic takes; nothing where it has no reason to. */
export function strictnessOf(trial: Trial): string | undefined {
  return strictnesses.find(([, applies]) => applies(trial))?.[0];
}

/** Whether the two sides do not go together as they have to. */
export function isWrong(trial: Trial): boolean {
  const { kind, pydantic, typescript } = trial;
  if (kind === "answered") return typescript !== undefined;
  if (kind === "drawn") return ("refused" in pydantic || typescript !== undefined) && !isExcused(trial);
  if (isRefusedByType(trial)) return typescript === undefined;
  return isRefusedByTypeScriptAlone(trial) && strictnessOf(trial) === undefined;
}

/** Truss's validator of arrays raises for what is none, which ends a union before its other members are tried. */
function isExcused({ pydantic, chain }: Trial): boolean {
  const raises = "refused" in pydantic && pydantic.refused.every(({ type }) => type === "TypeError");
  return raises && chain.client.includes("data_b64");
}
