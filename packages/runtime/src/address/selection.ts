import { ChainConfigError } from "../errors/chain-config-error.js";
import { labelPart, part, segment } from "./part.js";

/** What a target selects: where the paths of its calls begin, a part of the host, or a container instead of both. */
export interface Selection {
  readonly path: string;
  /** The end of the host's first label. */
  readonly region?: string;
  /** The address of the container. It is not checked yet. */
  readonly container?: unknown;
}

/** Reads a target. Callers may be JavaScript, so that anything can come here; what is no target is refused. */
export function selectionOf(chain: string, target: unknown): Selection {
  if (target === "production" || target === "development") return { path: `/${target}` };
  const [[kind, value] = [""], ...more] = Object.entries(target ?? {}).filter(([, given]) => given !== undefined);
  if (more.length === 0) {
    const named = (fits: RegExp): string => encodeURIComponent(part(chain, kind, value, fits));
    if (kind === "environment") return { path: `/environments/${named(segment)}` };
    if (kind === "deploymentId") return { path: `/deployment/${named(segment)}` };
    if (kind === "regionalEnvironment") return { path: "", region: `-${named(labelPart)}` };
    if (kind === "container") return { path: "", container: value };
  }
  throw new ChainConfigError('`target` must be "production", "development" or an object with one key of `Target`', {
    chain,
  });
}
