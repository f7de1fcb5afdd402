import { classProbes } from "./class-probes.js";
import type { TrussProbe } from "./probe.js";
import { signatureProbes } from "./signature-probes.js";

export type { TrussProbe } from "./probe.js";

/** Small chains, one for every rule of truss, and for what it takes and cannot serve. */
export const trussProbes: readonly TrussProbe[] = [...signatureProbes, ...classProbes];

/** The name of the file of a probe: no two chains of one run may have the same. */
export function fileOf(probe: TrussProbe): string {
  return probe.file ?? `chain_${trussProbes.indexOf(probe)}.py`;
}
