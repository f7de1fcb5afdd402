import type { Constant } from "./constant.js";

/** Values of libraries that a default may name. */
export const externalConstants: ReadonlyMap<string, Constant> = new Map<string, Constant>([
  ["math.inf", { kind: "float", value: Number.POSITIVE_INFINITY }],
  ["math.nan", { kind: "float", value: Number.NaN }],
  ["math.pi", { kind: "float", value: Math.PI }],
  ["math.e", { kind: "float", value: Math.E }],
  ["math.tau", { kind: "float", value: 2 * Math.PI }],
  ["datetime.timezone.utc", { kind: "opaque", name: "datetime.timezone.utc" }],
  ["datetime.UTC", { kind: "opaque", name: "datetime.timezone.utc" }],
  ...["allow", "forbid", "ignore"].map((name) => [`pydantic.Extra.${name}`, { kind: "string", value: name }] as const),
  ["sys.maxsize", { kind: "int", value: 2n ** 63n - 1n }],
  ["pydantic.experimental.missing_sentinel.MISSING", { kind: "opaque", name: "MISSING" }],
]);
