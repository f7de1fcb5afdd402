import { resolve } from "node:path";
import { diskHost } from "../read/hosts/disk-host.js";
import { stillHolds } from "../read/hosts/recording-host.js";
import { UsageError } from "../usage-error.js";
import { FolderWatcher } from "../watch/folder-watcher.js";
import { type WatchedFolders, watchedFolders } from "../watch/watched-folders.js";
import { exitFine } from "./exit-codes.js";
import { type GenerateOutcome, type GenerateStart, generateOnce } from "./generate-once.js";
import { tellFailure } from "./show-failure.js";
import { stopSignal } from "./stop-signal.js";
import { type WatchSession, watchSession } from "./watch-session.js";

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
    let outcome = await generateOnce(start, session);
    outcome = await settled(start, session, watcher, outcome);
    process.stderr.write("Watching for changes (Ctrl-C stops it)\n");
    for (;;) {
      await Promise.race([stopped, watcher.changed()]);
      if (isStopped) return exitFine;
      outcome = await settled(start, session, watcher, await generateAgain(start, session, outcome));
    }
  } finally {
    watcher.close();
  }
}

/** Watches what was read; where it has changed before it was watched, everything is looked at again. */
async function settled(
  start: GenerateStart,
  session: WatchSession,
  watcher: FolderWatcher,
  outcome: GenerateOutcome,
): Promise<GenerateOutcome> {
  watcher.watch(foldersOf(outcome));
  const host = diskHost(process.cwd());
  if (outcome.observations.every((observation) => stillHolds(host, observation))) return outcome;
  return await settled(start, session, watcher, await generateAgain(start, session, outcome));
}

/** What is wrong now may be right after the next change. */
async function generateAgain(
  start: GenerateStart,
  session: WatchSession,
  before: GenerateOutcome,
): Promise<GenerateOutcome> {
  try {
    return await generateOnce(start, session);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    await tellFailure(cause);
    return before;
  }
}

/** What a config imports is not known, and stands beside it in most cases. */
function foldersOf({ config, observations }: GenerateOutcome): WatchedFolders {
  return watchedFolders({
    files: observations.map(({ path }) => resolve(path)),
    folders: [config?.folder ?? process.cwd()],
    trees: config?.globFolders ?? [],
  });
}
