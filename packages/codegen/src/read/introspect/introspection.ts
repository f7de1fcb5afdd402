/** How a chain is introspected: its module is imported by the user's own Python. */
export interface Introspection {
  /** The interpreter: a path, or a name on `PATH`. If left out: that of the active environment, else `python3`, else `python`. */
  readonly python?: string;
  /** How long the import and the export may take together, in milliseconds. @defaultValue 60_000 */
  readonly timeoutMs?: number;
}
