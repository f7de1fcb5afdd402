import type { JsonValue } from "../signature.js";

/** The one domain that calls assume. */
const usualHost = "api.baseten.co";

const label = String.raw`[a-z\d]+`;
const region = `(?<region>${label}(?:-${label})*)`;
const host = String.raw`(?<host>[a-z\d.-]+(?::\d+)?)`;
const path = String.raw`\/(?:(?<name>production|development)|environments\/(?<environment>[\w-]+)|deployment\/(?<deploymentId>[\w-]+))`;
const operation = String.raw`\/(?:(?:async_)?run_remote|websocket)`;

/** An environment with a host of its own stands in the host; every other target in the path. */
const deployed = new RegExp(`^(?:https|wss)://chain-(?<chainId>${label})\\.${host}${path}${operation}$`);
const regional = new RegExp(`^(?:https|wss)://chain-(?<chainId>${label})-${region}\\.${host}${operation}$`);

/**
 * Takes a chain's URL apart, so that a call can replace a part of it: its id, the domain, and the target that a call has
 * that says none. A URL that does not look like the platform's, as that of a proxy, stays whole.
 */
export function splitUrl(url: string): Record<string, JsonValue> {
  const groups = (deployed.exec(url) ?? regional.exec(url))?.groups;
  const { chainId, host: apiHost } = groups ?? {};
  if (groups === undefined || chainId === undefined || apiHost === undefined) return { url };
  const target = targetOf(groups);
  return { chainId, ...(apiHost !== usualHost && { apiHost }), ...(target !== "production" && { target }) };
}

function targetOf(groups: Readonly<Record<string, string | undefined>>): JsonValue {
  const { name, environment, deploymentId, region: regionalEnvironment } = groups;
  if (environment !== undefined) return { environment };
  if (deploymentId !== undefined) return { deploymentId };
  return regionalEnvironment === undefined ? (name ?? "production") : { regionalEnvironment };
}
