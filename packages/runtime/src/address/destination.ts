import type { AnyChain } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { copiedUrl } from "./copied-url.js";
import { type BaseUrl, httpUrl } from "./http-url.js";
import { isOfRequest, type Operation } from "./operation.js";
import { hostName, labelPart, part } from "./part.js";
import { type Selection, selectionOf } from "./selection.js";

/** Where a call goes, and what is there, which decides on the key. */
export interface Destination {
  readonly url: string;
  readonly origin: string;
  /** Whether what is sent there is encrypted, or does not leave this machine. */
  readonly isPrivate: boolean;
  readonly at: "platform" | "baseUrl" | "container";
}

/** Finds where a call goes. What the options say wins over what the module was generated with, part by part. */
export function destinationOf(chain: AnyChain, options: CallOptions, operation: Operation): Destination {
  const { name } = chain;
  const { target = chain.target ?? "production", baseUrl } = options;
  const selection = selectionOf(name, target);
  if (selection.container !== undefined && options.url === undefined) {
    return under(httpUrl(name, "container", selection.container), "/v1/models/model:predict", "container");
  }
  const copied = copiedUrl(chain, options, selection);
  const { path, region = "" }: Selection = isOfRequest(operation) ? { path: "" } : (copied ?? selection);
  const base =
    copied?.base ?? (baseUrl === undefined ? platform(chain, options, region) : httpUrl(name, "baseUrl", baseUrl));
  return under(base, `${path}/${operation}`, baseUrl === undefined ? "platform" : "baseUrl");
}

function under({ origin, pathname, isPrivate }: BaseUrl, path: string, at: Destination["at"]): Destination {
  return { url: origin + pathname.replace(/\/+$/, "") + path, origin, isPrivate, at };
}

function platform(chain: AnyChain, options: CallOptions, region: string): BaseUrl {
  const { name, chainId: known } = chain;
  const { target, apiHost = chain.apiHost ?? "api.baseten.co" } = options;
  const { chainId = typeof known === "object" ? known.find(name, target) : known } = options;
  if (chainId === undefined) {
    throw new ChainConfigError("there is no `chainId`, `url`, `baseUrl` or container", { chain: name });
  }
  const label = `chain-${part(name, "chainId", chainId, labelPart)}${region}`;
  return httpUrl(name, "apiHost", `https://${label}.${part(name, "apiHost", apiHost, hostName)}`);
}
