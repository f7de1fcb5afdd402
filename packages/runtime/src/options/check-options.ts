import { ChainConfigError } from "../errors/chain-config-error.js";

/** What options have to be: a number of at least so much, or of another type. */
type Demands = Readonly<Record<string, number | "function" | "AbortSignal">>;

/** Refuses options that are not what they have to be. Callers may be JavaScript, so that anything can come here. */
export function checkOptions(chain: string, options: unknown, demands: Demands): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    const demand = demands[name];
    if (value === undefined || demand === undefined || isFine(value, demand)) continue;
    throw new ChainConfigError(`\`${name}\` is no ${typeof demand === "number" ? "number from " : ""}${demand}`, {
      chain,
    });
  }
}

function isFine(value: unknown, demand: number | string): boolean {
  // A signal that is nothing is no signal: `signal: isSlow && signal`.
  if (demand === "AbortSignal") return !value || "addEventListener" in Object(value);
  return typeof value === demand || (typeof value === "number" && value >= Number(demand));
}
