import type { AnyChain } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { httpUrl } from "./http-url.js";
import { isOfRequest, type Operation } from "./operation.js";
import { hostName, labelPart, part } from "./part.js";
import { pathOf, type Selection, selectionOf } from "./selection.js";
import { wholeUrl } from "./whole-url.js";

/** Where a call goes, and what is there, which decides on the key. */
export interface Destination {
  readonly url: URL;
  readonly at: "platform" | "baseUrl" | "container";
}

/** Finds where a call goes. What the options say wins over what the module was generated with. */
export function destinationOf(chain: AnyChain, options: CallOptions, operation: Operation): Destination {
  const { name } = chain;
  const { target = "production" } = options;
  const selection = selectionOf(name, target);
  if (selection.by === "container" && options.url === undefined) {
    const url = under(httpUrl(name, "container", selection.value), "/v1/models/model:predict");
    return { url, at: "container" };
  }
  const whole = wholeUrl(chain, options, operation);
  if (whole !== undefined) return { url: whole, at: "platform" };
  const isAtRoot = isOfRequest(operation);
  const path = `${isAtRoot ? "" : pathOf(name, selection)}/${operation}`;
  return options.baseUrl === undefined
    ? { url: under(platform(chain, options, isAtRoot ? { by: "production" } : selection), path), at: "platform" }
    : { url: under(httpUrl(name, "baseUrl", options.baseUrl), path), at: "baseUrl" };
}

function under(base: URL, path: string): URL {
  base.pathname = base.pathname.replace(/\/+$/, "") + path;
  return base;
}

function platform({ name, chainId: known }: AnyChain, options: CallOptions, { by, value }: Selection): URL {
  const { chainId = known, apiHost = "api.baseten.co" } = options;
  if (chainId === undefined) {
    throw new ChainConfigError("no `chainId`, `url`, `baseUrl` or container says where it is", { chain: name });
  }
  const region = by === "regionalEnvironment" ? `-${part(name, by, value, labelPart)}` : "";
  const label = `chain-${part(name, "chainId", chainId, labelPart)}${region}`;
  return httpUrl(name, "apiHost", `https://${label}.${part(name, "apiHost", apiHost, hostName)}`);
}
