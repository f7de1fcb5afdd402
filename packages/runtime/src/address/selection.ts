import { ChainConfigError } from "../errors/chain-config-error.js";
import { part, segment } from "./part.js";

/** Where each kind of target is in a path. After a slash comes its name or id; a regional environment is in the host. */
const prefixes = {
  production: "/production",
  development: "/development",
  environment: "/environments/",
  deploymentId: "/deployment/",
  regionalEnvironment: "",
  container: "",
} as const;

/** What a target selects by, and the name, id or address that it selects. The value is not checked yet. */
export interface Selection {
  readonly by: keyof typeof prefixes;
  readonly value?: unknown;
}

/** Reads a target. Callers may be JavaScript, so that anything can come here; what is no target is refused. */
export function selectionOf(chain: string, target: string | object): Selection {
  const keys = typeof target === "string" ? { [target]: target } : target;
  const [[by, value] = [""], ...more] = Object.entries(keys).filter(([, given]) => given !== undefined);
  if (isKind(by) && more.length === 0) return { by, value };
  throw new ChainConfigError(`\`target\` has to be one of ${Object.keys(prefixes).join(", ")}`, { chain });
}

/** The path that selects a deployment. */
export function pathOf(chain: string, { by, value }: Selection): string {
  const prefix = prefixes[by];
  return prefix.endsWith("/") ? prefix + encodeURIComponent(part(chain, by, value, segment)) : prefix;
}

function isKind(key: string): key is Selection["by"] {
  return Object.hasOwn(prefixes, key);
}
