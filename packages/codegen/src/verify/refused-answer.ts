import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { shownUrl } from "./schema-url.js";

/** What the model server says at the address of the document where a chain has none, as with a websocket. */
export function saysNoSchema(status: number, text: string | undefined): boolean {
  return status === 404 && text?.includes("No schema found") === true;
}

/** What became of the key of the user. */
export type KeyUse = "sent" | "withheld" | "missing";

const keyHelps: Readonly<Record<KeyUse, string>> = {
  sent: "check the key in BASETEN_API_KEY: it was refused",
  withheld:
    "give an address with https, where no redirect leads to another server: BASETEN_API_KEY was not sent, for it goes only over https or to this machine",
  missing: "set the environment variable BASETEN_API_KEY to a key of your Baseten workspace",
};

/** Says what an answer means that carries no document. `text` is left out where it was too large to be read. */
export function refusedAnswer(url: URL, status: number, text: string | undefined, key: KeyUse): Diagnostic {
  const refused = (what: string, help: string): Diagnostic => error("TC702", `${shownUrl(url)} ${what}`, { help });
  if (text === undefined) return refused("answers with more than a schema document contains", "check the address");
  if (saysNoSchema(status, text)) {
    return refused(
      "says that its chain has no schema",
      "check the address: only a websocket, or a model without types, has none",
    );
  }
  if (status === 503) return refused("is not ready: it answers 503", "try again when the chain is loaded");
  if (status === 401 || status === 403) return refused(`answers ${status}`, keyHelps[key]);
  return refused(
    `answers ${status} instead of a schema document`,
    "give the address of the chain's container: the platform's own addresses do not serve the document",
  );
}
