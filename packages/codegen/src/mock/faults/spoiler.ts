import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { ChainSignature } from "../../signature.js";
import { type Answer, platformError } from "../http/answer.js";
import type { MockCall } from "../http/routes.js";
import { faultNames, faultOf, isFaultName, type MockFault } from "./mock-fault.js";

/** The header of a request that asks for a fault by its name. */
export const faultHeader = "x-mock-fault";

/** Spoils answers. */
export type Spoiler = (call: Pick<MockCall, "headers">, answer: Answer, isOfChain: boolean) => Answer;

/**
 * Makes what spoils the answers of a mock: those to requests that ask for it, and of the others those of the chain, as often
 * as the mock was told. What is refused anyway is refused all the same, and not counted.
 */
export function createSpoiler({ name, transport }: ChainSignature, fault: MockFault | undefined): Spoiler {
  let left = fault?.times ?? Number.POSITIVE_INFINITY;
  const spoiled = (answer: Answer, wanted: string): Answer => {
    if (!isFaultName(wanted)) return platformError(400, `${faultHeader}: ${unknownFault(wanted)}`);
    const known = faultOf(wanted, transport);
    if (known === undefined) return platformError(400, `${faultHeader}: ${unfitting(wanted, name)}`);
    return { ...known.spoil(answer), fault: wanted };
  };
  return ({ headers }, answer, isOfChain) => {
    if (answer.status >= 300) return answer;
    const asked = headers[faultHeader];
    if (asked !== undefined) return spoiled(answer, String(asked));
    if (fault === undefined || !isOfChain || left <= 0) return answer;
    left -= 1;
    return spoiled(answer, fault.name);
  };
}

/** Says that there is no such fault, and which there are. */
export function unknownFault(name: string): string {
  return `there is no fault ${name}; there are ${faultNames.join(", ")}, and every status from 400 to 599`;
}

/** What is wrong with the fault that a mock is to play, if anything is. */
export function faultProblem({ name, transport }: ChainSignature, fault: MockFault): Diagnostic | undefined {
  const help = `choose another one: ${faultNames.filter((it) => isFaultName(it) && faultOf(it, transport)).join(", ")}`;
  if (!isFaultName(fault.name)) return error("TC506", unknownFault(fault.name), { help });
  return faultOf(fault.name, transport) === undefined
    ? error("TC506", unfitting(fault.name, name), { help })
    : undefined;
}

function unfitting(fault: string, chain: string): string {
  return `${fault} cannot happen to ${chain}, which answers in another way`;
}
