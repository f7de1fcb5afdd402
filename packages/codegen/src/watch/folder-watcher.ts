import { type FSWatcher, watch } from "node:fs";
import { errorCode } from "../error-code.js";
import { UsageError } from "../usage-error.js";
import type { WatchedFolders, WatchedNames } from "./watched-folders.js";

/** Changes are gathered for so long, in milliseconds: editors write in several steps. */
const gatheringTime = 50;

/** Tells when something changes in folders. What it was is not told: whoever wants to know looks. */
export class FolderWatcher {
  #watchers: readonly FSWatcher[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isChanged = false;
  #wake: (() => void) | undefined;

  /**
   * Watches names in folders, and no others any more. What is in folders below is not watched.
   *
   * @throws UsageError where the system watches no more folders.
   */
  watch(folders: WatchedFolders): void {
    const before = this.#watchers;
    // All are opened anew, for a folder may have been replaced; and before the old ones are closed, so that nothing is missed.
    this.#watchers = [...folders].flatMap(([folder, names]) => this.#open(folder, names) ?? []);
    for (const watcher of before) watcher.close();
  }

  /** Waits until something has changed since the last time. */
  async changed(): Promise<void> {
    if (!this.#isChanged) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#isChanged = false;
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
  }

  #open(folder: string, names: WatchedNames): FSWatcher | undefined {
    try {
      // A folder that goes ends its watcher with an error, and is a change as well.
      return watch(folder, (_event, name) => {
        if (name === null || names === "all" || names.has(name)) this.#note();
      }).on("error", () => this.#note());
    } catch (cause) {
      const code = errorCode(cause);
      if (code !== "ENOSPC" && code !== "EMFILE") return undefined;
      throw new UsageError(
        `The system watches no more folders (${code}): raise its limit (on Linux, fs.inotify.max_user_watches or max_user_instances), or use narrower globs.`,
      );
    }
  }

  #note(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#isChanged = true;
      this.#wake?.();
    }, gatheringTime);
  }
}
