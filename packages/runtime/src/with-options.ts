import type { AddressedAsyncCallOptions } from "./options/addressed-async-call-options.js";
import type { AddressedCallOptions } from "./options/addressed-call-options.js";
import type { AsyncCallOptions } from "./options/async-call-options.js";
import type { CallOptions } from "./options/call-options.js";
import { mergeOptions } from "./options/merge-options.js";
import type { StreamCallOptions } from "./options/stream-call-options.js";

/** A generated function: it takes an input and then options. */
export type Callable = (input: never, options: never) => unknown;

/** The options of a generated function, or what to do instead with one that takes no input, which is one that connects. */
export type OptionsOf<Call extends Callable> = [Parameters<Call>[1]] extends [undefined]
  ? "For a function that connects, take `withConnectOptions` of `@typed-chains/runtime/websocket`."
  : Exclude<Parameters<Call>[1], undefined>;

/** The function with its options bound: none are required any more. */
export type WithOptions<Call extends Callable> = Call extends (input: never, options?: CallOptions) => unknown
  ? Call
  : Call extends (input: infer Input, options: AddressedCallOptions) => infer Result
    ? (input: Input, options?: FreeOptions<Call>) => Result
    : Call extends (input: infer Input, options: AddressedAsyncCallOptions) => infer Result
      ? (input: Input, options?: Partial<AsyncCallOptions>) => Result
      : never;

/** What a call can still say once an address is bound. */
type FreeOptions<Call extends Callable> = "stallTimeoutMs" extends keyof OptionsOf<Call>
  ? StreamCallOptions
  : CallOptions;

/**
 * Binds options to a generated function, so that several calls share them.
 *
 * Options of a call override the bound ones, unless they are `undefined`; an address in a call (`url`, say) also
 * replaces a bound one that says it in another way (`target`, say).
 *
 * @param call - The generated function.
 * @param options - What to bind. For a client without a chain id of its own, an address is part of it.
 * @example
 * ```ts
 * const hello = withOptions(invokeHello, { target: "development" });
 * await hello({ names: ["Ada"] });
 * ```
 */
export function withOptions<Call extends Callable>(call: Call, options: OptionsOf<Call>): WithOptions<Call> {
  const bound = (input: never, own?: object): unknown => call(input, mergeOptions(options as object, own) as never);
  return bound as WithOptions<Call>;
}
