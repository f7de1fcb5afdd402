import { dirname } from "node:path";
import { type ChainSource, diskHost, readOrIntrospect, type SourceReading, signatureText } from "@typed-chains/codegen";

/** What a way of reading makes of a chain: its document, as `describe` prints it, and the codes of its errors. */
export interface ChainReading {
  readonly document: string | undefined;
  readonly errors: readonly string[];
}

/** A chain read without running it, and by introspection. */
export interface TwoReadings {
  readonly read: ChainReading;
  readonly introspected: ChainReading;
}

/** Reads a chain of an absolute path in both ways. */
export async function readBothWays(python: string, path: string, entrypoint?: string): Promise<TwoReadings> {
  const source = { path, options: entrypoint === undefined ? {} : { entrypoint } };
  const [read, introspected] = await Promise.all([
    reading({ ...source }),
    reading({ ...source, introspection: { python } }),
  ]);
  return { read, introspected };
}

async function reading(source: ChainSource & { readonly path: string }): Promise<ChainReading> {
  const { signature, diagnostics } = await readOrIntrospect(diskHost(dirname(source.path)), source);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { document: signature === undefined ? undefined : signatureText(withoutFrames(signature)), errors };
}

/** What the frames of a stream are is said by comments and calls alone, which no live object knows of. */
function withoutFrames(signature: NonNullable<SourceReading["signature"]>): NonNullable<SourceReading["signature"]> {
  const { frames, transport, ...others } = signature;
  return { ...others, transport: frames === undefined ? transport : "byte-stream" };
}
