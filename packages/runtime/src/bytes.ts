/**
 * Bytes whose memory no other thread shares, as `Blob` and `Response` take them. From TypeScript 5.7 on it is
 * `Uint8Array<ArrayBuffer>`, and before that `Uint8Array`: there is no other way to say both.
 */
export type Bytes = ReturnType<typeof Uint8Array.of>;
