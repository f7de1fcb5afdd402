import type { JsonValue } from "@typed-chains/codegen";
import type { CallOptions } from "@typed-chains/runtime";

/** Where a served chain is, as the options of a call say it. */
export type Address = Pick<CallOptions, "apiKey"> &
  ({ readonly baseUrl: string } | { readonly target: { container: string } });

/** What a generated client does with its chain, whoever serves it. */
export interface ClientContract {
  /** The chain's file in `fixtures/`. */
  readonly chain: string;
  readonly entrypoint: string;
  /** What the chain's Python answers to the calls below that succeed, as the mock is told it. */
  readonly answer: JsonValue;
  readonly calls: readonly ContractCall[];
}

/** One call and what must come of it. */
export interface ContractCall {
  readonly title: string;
  /** What the chain's Python answers to this call instead. */
  readonly answer?: JsonValue;
  readonly run: (address: Address) => Promise<void>;
}
