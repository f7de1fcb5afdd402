import { ChainConfigError } from "../errors/chain-config-error.js";
import { part, segment } from "./part.js";

/** The path of a kind of target that has a value: after a slash comes its name or id; a regional environment is in the host. */
const prefixes = {
  environment: "/environments/",
  deploymentId: "/deployment/",
  regionalEnvironment: "",
  container: "",
} as const;

/** What a target selects by, and the name, id or address that it selects. The value is not checked yet. */
export interface Selection {
  readonly by: "production" | "development" | keyof typeof prefixes;
  readonly value?: unknown;
}

/** Reads a target. Callers may be JavaScript, so that anything can come here; what is no target is refused. */
export function selectionOf(chain: string, target: unknown): Selection {
  if (target === "production" || target === "development") return { by: target };
  const [[by, value] = [""], ...more] = Object.entries(target ?? {}).filter(([, given]) => given !== undefined);
  if (isKind(by) && more.length === 0) return { by, value };
  const keys = Object.keys(prefixes).join(", ");
  throw new ChainConfigError(`\`target\` has to be "production", "development" or an object with one of ${keys}`, {
    chain,
  });
}

/** The path that selects a deployment. */
export function pathOf(chain: string, { by, value }: Selection): string {
  if (!isKind(by)) return `/${by}`;
  const prefix = prefixes[by];
  return prefix && prefix + encodeURIComponent(part(chain, by, value, segment));
}

function isKind(key: string): key is keyof typeof prefixes {
  return Object.hasOwn(prefixes, key);
}
