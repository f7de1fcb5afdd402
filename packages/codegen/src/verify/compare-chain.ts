import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { keyPlace } from "../diff/place.js";
import type { SignatureChange } from "../diff/signature-diff.js";
import { unknownDefault } from "../diff/values/compare-values.js";
import type { ChainSignature, JsonSchema } from "../signature.js";
import { alignKeys, type ShownKey } from "./align-keys.js";
import { documentOf, signatureOf } from "./comparable-chain.js";
import { lacksDecimalPattern } from "./decimal-pattern.js";
import { dictionaryKeys, withoutDictionaryKeys } from "./dictionary-keys.js";
import type { DocumentedChain } from "./read-document.js";
import { schemaPlaces } from "./schema-places.js";
import type { Verification } from "./verification.js";
import { diffOf, wireDifferences } from "./wire-differences.js";
import { withoutDecimalBounds } from "./without-decimal-bounds.js";
import { withoutNanDefaults } from "./without-nan-defaults.js";

/** What a client is generated from. */
export interface ChainToVerify {
  readonly signature: ChainSignature;
  /** The result as a schema document has it, where the source says it. Else it is told from what is sent, less exactly. */
  readonly documentedResult?: JsonSchema;
}

/** A comparison; problems are those of the signature. */
export type Comparison =
  | { readonly ok: true; readonly verification: Verification }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Compares what a client is generated from with what the schema document of a running chain says. */
export function compareChain(client: ChainToVerify, running: DocumentedChain): Comparison {
  const { signature, documentedResult } = client;
  if (signature.transport === "websocket") return { ok: true, verification: fromSocket(running) };
  const sent = documentOf(signature);
  if (!sent.ok) return sent;
  const documented = documentedResult === undefined ? undefined : documentOf(signature, documentedResult);
  if (documented?.ok === false) return documented;
  const ofKeys = dictionaryKeys(running).length > 0 ? [] : dictionaryKeys(sent.chain);
  const comparable = ofKeys.length > 0 ? withoutDictionaryKeys : (chain: DocumentedChain) => chain;
  const { diff, notCompared } = compareAnswers(
    comparable(sent.chain),
    documented && comparable(documented.chain),
    running,
  );
  const changes = diff.changes.filter((change) => !isOfUnknownDefault(change) && !lacksDecimalPattern(change));
  const about = [
    ...nameNote(signature, running),
    ...defaultNotes(signature, diff.changes),
    ...decimalNotes(diff.changes),
    ...ofKeys.map((place) => `${place}: its keys, which pydantic before 2.10 says nothing of`),
    ...computedNotes(signature),
  ];
  return { ok: true, verification: { diff: diffOf(changes), notCompared: [...about, ...notCompared] } };
}

/** @param documented - the client as a document has it, where its source says that. */
function compareAnswers(
  sent: DocumentedChain,
  documented: DocumentedChain | undefined,
  running: DocumentedChain,
): Verification {
  if (sent.isStream || running.isStream) return compareStreams(sent, running);
  return documented === undefined
    ? compareSent(asSent(sent), running)
    : compareDocumented(asSent(sent), documented, running);
}

/** A chain that speaks over a websocket has no document: one that is there is that of another chain. */
function fromSocket(running: DocumentedChain): Verification {
  return { diff: diffOf([transportChange("websocket", answerOf(running))]), notCompared: [] };
}

/** How a chain answers, as far as the document tells. */
function answerOf({ isStream }: DocumentedChain): string {
  return isStream ? "a stream" : "json";
}

/** The document says that there is a stream, and nothing of what it carries. */
function compareStreams(client: DocumentedChain, running: DocumentedChain): Verification {
  const streamOf = (chain: DocumentedChain): ChainSignature => signatureOf({ ...chain, isStream: true });
  const { changes } = wireDifferences(streamOf(client), streamOf(running));
  if (client.isStream && running.isStream) {
    return { diff: diffOf(changes), notCompared: ["answer: what the stream carries"] };
  }
  return { diff: diffOf([transportChange(answerOf(client), answerOf(running)), ...changes]), notCompared: [] };
}

/** Compares with what is sent: its keys may stand in the document under other names, and its values in another form. */
function compareSent(sent: DocumentedChain, running: DocumentedChain): Verification {
  const { schema, shownKeys } = alignKeys(sent.output ?? true, asSent(running).output ?? true, "output");
  const { changes } = wireDifferences(signatureOf(sent), signatureOf({ ...running, output: schema }));
  return {
    diff: diffOf(changes.filter((change) => !mayBeMade(change))),
    notCompared: [
      ...shownKeys.map(shownKeyText),
      ...changes.filter(mayBeMade).map(({ place }) => `${place}: whether it is always sent`),
      "output: what serializers, left out fields and bounds of Decimals change, which Python source would tell",
    ],
  };
}

/** A field whose default is made when it is needed is always sent, but the document neither has it nor requires the field. */
function mayBeMade({ rule }: SignatureChange): boolean {
  return rule === "output-now-optional";
}

/** A chain with its result as it is sent, as far as a document tells. */
function asSent({ output, ...chain }: DocumentedChain): DocumentedChain {
  return { ...chain, ...(output === undefined ? {} : { output: withoutDecimalBounds(output) }) };
}

/** Compares one document with another, and says where what is sent is none of what they show. */
function compareDocumented(sent: DocumentedChain, documented: DocumentedChain, running: DocumentedChain): Verification {
  const { schema, shownKeys } = alignKeys(sent.output ?? true, asSent(documented).output ?? true, "output");
  const unlike = wireDifferences(signatureOf(sent), signatureOf({ ...documented, output: schema })).changes;
  const places = new Set(unlike.map(({ place }) => place));
  const resultOf = (chain: DocumentedChain): ChainSignature => {
    return signatureOf({ ...chain, output: withoutNanDefaults(chain.output ?? true) });
  };
  return {
    diff: wireDifferences(resultOf(documented), resultOf(running)),
    notCompared: [
      ...shownKeys.map(shownKeyText),
      ...[...places].map((place) => `${place}: what is sent for it, which the document shows before it is serialized`),
    ],
  };
}

function transportChange(before: string, after: string): SignatureChange {
  return { rule: "transport-changed", level: "major", place: "transport", before, after };
}

function shownKeyText({ place, shown }: ShownKey): string {
  return `${place}: its key, which the document shows as ${JSON.stringify(shown)}, as it does an alias`;
}

/** A client may go by another name than its chain. */
function nameNote({ name }: ChainSignature, { className }: DocumentedChain): readonly string[] {
  return className === undefined || className === name ? [] : [`name: the running chain's class is ${className}`];
}

/** The model server's wrapper hides the defaults of arguments; those of fields may be no JSON, such as NaN. */
function defaultNotes({ input }: ChainSignature, changes: readonly SignatureChange[]): readonly string[] {
  const optional = Object.keys(input?.properties ?? {}).filter((key) => !input?.required?.includes(key));
  const places = [...optional.map((key) => keyPlace("input", key)), ...unknownDefaults(changes)];
  return places.map((place) => `${place}: its default`);
}

function unknownDefaults(changes: readonly SignatureChange[]): readonly string[] {
  return changes.filter(isOfUnknownDefault).map(({ place }) => place);
}

function isOfUnknownDefault({ rule, before }: SignatureChange): boolean {
  return rule === "input-default-changed" && before === unknownDefault;
}

function decimalNotes(changes: readonly SignatureChange[]): readonly string[] {
  return changes.filter(lacksDecimalPattern).map(({ place }) => `${place}: the pattern of a Decimal`);
}

function computedNotes({ output = true }: ChainSignature): readonly string[] {
  const places = schemaPlaces(output, "output", ({ readOnly }) => readOnly === true);
  return places.map((place) => `${place}: a computed field`);
}
