import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { diskHost } from "../../read/hosts/disk-host.js";
import { haveChanged, stillHolds } from "../../read/hosts/recording-host.js";
import type { RunResult } from "../../run/run-result.js";
import { UsageError } from "../../usage-error.js";
import { FolderWatcher } from "../../watch/folder-watcher.js";
import { type WatchedFolders, watchedFolders } from "../../watch/watched-folders.js";
import { exitFine } from "../output/exit-codes.js";
import { tellFailure } from "../output/show-failure.js";
import { stopSignal } from "../stop-signal.js";
import { type GenerateOutcome, type GenerateStart, generateOnce } from "./generate-once.js";
import { watchLine } from "./watch-line.js";
import { type WatchSession, watchSession } from "./watch-session.js";

/** What the last attempt to generate came to. */
interface Attempt {
  readonly outcome: GenerateOutcome;
  /** Whether nothing was generated: then the outcome is an older one. */
  readonly hasFailed: boolean;
}

/** Generates, and again whenever something changes that it depends on, until the process is asked to stop. */
export async function generateWatch(start: GenerateStart): Promise<number> {
  const session = watchSession();
  const watcher = new FolderWatcher();
  let isStopped = false;
  const stopped = stopSignal().then(() => {
    isStopped = true;
  });
  try {
    // A command line that asks for nothing that can be done is told as anywhere else.
    let last: Attempt = { outcome: await generateOnce(start, session), hasFailed: false };
    let isAffected = true;
    for (;;) {
      watcher.watch(foldersOf(last.outcome));
      // What has changed before it was watched is looked at again at once; what has failed, when something changes.
      if (last.hasFailed || isCurrent(last.outcome)) {
        // Whoever saves a file that matters sees that it was noticed, even if nothing comes of it.
        if (session.endTurn() || isAffected) process.stderr.write(watchLine(resultsOf(last), new Date()));
        isAffected = false;
        await Promise.race([stopped, watcher.changed()]);
      }
      // Sources that never come to rest keep nobody from stopping it.
      await setImmediate();
      if (isStopped) return exitFine;
      const before = last;
      last = await generateAgain(start, session, before.outcome);
      isAffected ||=
        last.hasFailed !== before.hasFailed || haveChanged(before.outcome.observations, last.outcome.observations);
    }
  } finally {
    watcher.close();
  }
}

function resultsOf({ outcome, hasFailed }: Attempt): readonly RunResult[] {
  return hasFailed ? [] : outcome.results;
}

function isCurrent({ observations }: GenerateOutcome): boolean {
  const host = diskHost(process.cwd());
  return observations.every((observation) => stillHolds(host, observation));
}

/** What is wrong now may be right after the next change. */
async function generateAgain(start: GenerateStart, session: WatchSession, before: GenerateOutcome): Promise<Attempt> {
  try {
    return { outcome: await generateOnce(start, session), hasFailed: false };
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    if (session.isNews(cause.message)) await tellFailure(cause);
    return { outcome: before, hasFailed: true };
  }
}

/** What a config imports is not known, and stands beside it in most cases. */
function foldersOf({ config, globFolders, observations }: GenerateOutcome): WatchedFolders {
  return watchedFolders({
    files: observations.map(({ path }) => resolve(path)),
    folders: [config?.folder ?? process.cwd()],
    trees: globFolders,
  });
}
