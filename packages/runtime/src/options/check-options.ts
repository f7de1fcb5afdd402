import { ChainConfigError } from "../errors/chain-config-error.js";

/** What options have to be, where they are given: a number of at least so much, or of another type. */
type Demands = Readonly<Record<string, number | "function" | "AbortSignal">>;

/** Refuses options that are not what they have to be. Callers may be JavaScript, so that anything can come here. */
export function checkOptions(chain: string, options: unknown, demands: Demands): void {
  for (const [name, demand] of Object.entries(demands)) {
    const value = (options as Readonly<Record<string, unknown>> | null)?.[name];
    const type = typeof value;
    // A signal that is nothing is no signal: `signal: isSlow && signal`.
    const isSignal = !value || "addEventListener" in Object(value);
    const isFine =
      demand === "AbortSignal" ? isSignal : type === demand || (type === "number" && Number(value) >= Number(demand));
    if (value !== undefined && !isFine)
      throw new ChainConfigError(`\`${name}\` is no ${Number(demand) >= 0 ? `number from ${demand}` : demand}`, {
        chain,
      });
  }
}
