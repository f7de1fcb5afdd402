/** The system's word for what went wrong, such as `ENOENT`; of what is no error of the system's, its text. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
