import type { Transport } from "../../signature.js";
import { contentFaults } from "./content-faults.js";
import { deliveryFaults } from "./delivery-faults.js";
import type { Fault } from "./fault.js";
import { platformFaults, statusFault } from "./platform-faults.js";

/**
 * The faults that have a name of their own.
 *
 * @inline
 */
type NamedFault = keyof typeof deliveryFaults | keyof typeof contentFaults | keyof typeof platformFaults;

const faults: Readonly<Record<NamedFault, Fault>> = { ...deliveryFaults, ...contentFaults, ...platformFaults };

/** A fault that a mock can play: one with a name, or a status from 400 to 599. */
export type FaultName = NamedFault | `4${number}` | `5${number}`;

/** What goes wrong with calls of a mock. */
export interface MockFault {
  readonly name: FaultName;
  /** How many calls it spoils, the first ones; left out, all. */
  readonly times?: number | undefined;
}

/** The names of the faults, without the statuses. */
export const faultNames: readonly string[] = Object.keys(faults);

/** Whether there is such a fault. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name) || /^[45]\d\d$/.test(name);
}

/** Finds a fault by its name. A chain of a transport that it cannot happen to has none. */
export function faultOf(name: FaultName, transport: Transport): Fault | undefined {
  const known: Readonly<Record<string, Fault>> = faults;
  const fault = known[name] ?? statusFault(Number(name));
  return fault.transports?.includes(transport) === false ? undefined : fault;
}
