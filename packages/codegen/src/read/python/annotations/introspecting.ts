/** What to do where only running Python can tell: something, or having it run. */
export function introspecting(advice: string): string {
  return `${advice}, or give \`--introspect\`, which reads the live classes with your own Python`;
}
