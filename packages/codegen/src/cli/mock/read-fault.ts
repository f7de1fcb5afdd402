import { isFaultName, type MockFault } from "../../mock/faults/mock-fault.js";
import { unknownFault } from "../../mock/faults/spoiler.js";
import { UsageError } from "../../usage-error.js";

/** Reads `429` or `429:2`: the name of a fault, and how many calls it spoils. */
export function readFault(text: string): MockFault {
  const [name = "", times, ...rest] = text.split(":");
  if (!isFaultName(name)) throw new UsageError(`--fault: ${unknownFault(name)}.`);
  if (times === undefined) return { name };
  if (rest.length === 0 && /^[1-9]\d{0,8}$/.test(times)) return { name, times: Number(times) };
  throw new UsageError(`--fault ${name}:N spoils the first N calls: N is a number, 1 or more.`);
}
