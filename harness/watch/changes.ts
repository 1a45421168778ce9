// Collects changes of files and folders until they are read.

import { once } from 'node:events';
import path from 'node:path';
import { watch } from 'chokidar';

/**
 * How long to wait after a change before the file is read: one save is often several events, and chokidar drops those that
 * come within 50 ms of another.
 */
const gatherMs = 60;

export interface Changes {
  /** The absolute paths of what has changed since the last call; waits until there is a change, or until the watch ends. */
  next(): Promise<ReadonlySet<string>>;
  /** Calls back once when {@link next} has a change, or when the watch ends. Replaces an earlier callback. */
  whenNext(call: () => void): void;
  /** Ends a wait for changes without one. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * Watches files and folders and everything below them, except `node_modules` and hidden files, until the signal is
 * aborted. No change after the promise has settled is lost.
 */
export async function watchPaths(paths: readonly string[], over: AbortSignal): Promise<Changes> {
  const watcher = watch([...paths], { ignoreInitial: true, ignored: (file) => isIgnored(file, paths) });
  const ready = once(watcher, 'ready');
  let gathered = new Set<string>();
  let call: () => void = () => undefined;
  let isWoken = false;
  const whenNext = (next: () => void) => {
    call = next;
    if (gathered.size > 0 || isWoken || over.aborted) call();
  };
  watcher.on('all', (_event, file) => {
    gathered.add(path.resolve(file));
    call();
  });
  over.addEventListener('abort', () => call(), { once: true });
  await ready;
  return {
    next: async () => {
      await new Promise<void>((resolve) => whenNext(resolve));
      if (!over.aborted) await new Promise((resolve) => setTimeout(resolve, gatherMs));
      isWoken = false;
      const changed = gathered;
      gathered = new Set();
      return changed;
    },
    whenNext,
    wake: () => {
      isWoken = true;
      call();
    },
    close: () => watcher.close(),
  };
}

/** Only the part below a watched path is checked: the watched path itself may lie in a hidden folder. */
function isIgnored(file: string, paths: readonly string[]): boolean {
  return paths.every((root) => {
    const below = path.relative(root, file);
    return (
      below.startsWith('..') ||
      below.split(path.sep).some((name) => name === 'node_modules' || /^\../.test(name))
    );
  });
}
