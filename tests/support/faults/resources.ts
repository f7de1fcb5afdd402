/** What may be left behind: connections, servers, look-ups of names, and timers that keep the process alive. */
const counted = /^(TCP|TLS|Timeout|GetAddrInfo)/;

/** How long what is being closed may take to be gone, in milliseconds. */
const settlingMs = 1000;

/** The sockets and timers of this process. */
export function openResources(): readonly string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => counted.test(name))
    .sort();
}

/** What is open beyond what was open before. It looks again for a while: a close takes a few turns of the event loop. */
export async function leftOpen(before: readonly string[]): Promise<readonly string[]> {
  const endsAt = performance.now() + settlingMs;
  for (;;) {
    const left = beyond(before, openResources());
    if (left.length === 0 || performance.now() > endsAt) return left;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function beyond(before: readonly string[], now: readonly string[]): readonly string[] {
  const known = [...before];
  return now.filter((name) => {
    const at = known.indexOf(name);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
