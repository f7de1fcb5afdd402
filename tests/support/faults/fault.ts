import type { Socket } from "node:net";
import type { AnyChainError } from "@typed-chains/runtime";
import type { Context, Serve } from "./answers.js";
import type { calls, FaultCallOptions } from "./calls.js";

/** What has to come of a call: a result, an error, or the reason of the signal that aborted it. */
export type Outcome =
  | { readonly result: unknown }
  | {
      readonly error: AnyChainError["name"];
      readonly retryable: boolean;
      readonly status?: number;
      readonly message?: RegExp;
    }
  | "aborted";

/** How the home server is reached. */
export type Reach = "http" | "https" | "trusted https" | "trusted https, by its name" | "nowhere" | "no such host";

/** One row of the table of faults. */
export interface Fault {
  readonly name: string;
  readonly call: keyof typeof calls;
  /** How the home server is reached; left out, by http. */
  readonly reach?: Reach;
  /** Whether the home server speaks TLS; left out, it does what `reach` says. */
  readonly isSecure?: boolean;
  /** What is done with a connection before anything is sent on it. */
  readonly connection?: (socket: Socket, context: Context) => void;
  /** How each request is answered; left out, none is. */
  readonly serve?: Serve;
  readonly options?: FaultCallOptions;
  /** Whether time goes by only when the server says so, and then at once. */
  readonly hasOwnClock?: true;
  /** When the call is aborted from this side. */
  readonly abort?: "before the call" | "while the key is asked for" | "in a retry pause";
  readonly expected: Outcome;
  /** How many requests come whole to the home server. */
  readonly requests: number;
  /** How often the call is tried again; left out, never. */
  readonly retries?: number;
  /** How many requests another origin gets; left out, none. */
  readonly elsewhere?: number;
}
