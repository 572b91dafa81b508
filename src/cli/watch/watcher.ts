import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { watch } from 'chokidar';
import { codeOf, FileError, fileError } from '../files/error.ts';
import { ChangeQueue, type FileChange, type Look } from './change-queue.ts';
import { Scope, type ScopeOptions } from './scope.ts';

export type { FileChange } from './change-queue.ts';

export interface WatchOptions extends ScopeOptions {
  /** Receives the errors that occur while files are watched. */
  readonly onError?: (error: FileError) => void;
}

/** Files that are watched. */
export interface Watch {
  /** Watches more files and folders. */
  add(paths: readonly string[]): void;
  /** Stops, after the changes that are passed on. */
  close(): Promise<void>;
}

/**
 * Watches files, which need not exist yet, and the files in folders. Passes on the changes of a burst together, and one batch
 * after another. A save counts once, however an editor saves. A file that was renamed is removed and, under its new name,
 * changed.
 * @param onChanges must not reject.
 * @throws {FileError} if the system cannot watch that many files.
 */
export async function watchFiles(
  paths: readonly string[],
  onChanges: (changes: readonly FileChange[]) => Promise<void>,
  { onError = () => {}, ...options }: WatchOptions = {},
): Promise<Watch> {
  const scope = new Scope(options);
  const queue = new ChangeQueue({ look, onChanges });
  let isReady = false;
  const notice = (path: string): void => {
    const whole = resolve(path);
    if (!scope.hasFile(whole)) return;
    if (isReady) queue.add(whole);
    else if (look(whole) !== 'missing') queue.know(whole);
  };
  // An atomic save is what the queue is for.
  const watcher = watch([...new Set(paths.map((path) => scope.add(path)))], {
    atomic: false,
    ignorePermissionErrors: true,
    ignored: (path, stats) => stats !== undefined && !scope.follows(resolve(path), stats),
  });
  watcher.on('all', (event, path) => {
    // A file that is watched from now on has not changed.
    if (event !== 'add' || !queue.knows(resolve(path))) notice(path);
  });
  // What the events above leave out: a change of the mode, and a second write within milliseconds.
  watcher.on('raw', (_, name: string | null, details) => {
    const at = watchedPath(details);
    if (isReady && at !== undefined) notice(queue.knows(at) || name === null ? at : join(at, name));
  });
  await new Promise<void>((done, fail) => {
    watcher.on('ready', done);
    watcher.on('error', (error) => {
      const problem = watchError(error);
      if (isReady) onError(problem);
      else watcher.close().finally(() => fail(problem));
    });
  });
  isReady = true;
  return {
    add: (more) => {
      for (const file of more.flatMap(filesAt)) queue.know(file);
      watcher.add([...new Set(more.map((path) => scope.add(path)))]);
    },
    close: async () => {
      await watcher.close();
      await queue.close();
    },
  };
}

/** The file or the folder that an event of the system is about. */
function watchedPath(details: unknown): string | undefined {
  const isAbout = typeof details === 'object' && details !== null && 'watchedPath' in details;
  return isAbout && typeof details.watchedPath === 'string' ? resolve(details.watchedPath) : undefined;
}

/** The file of a path, or those in its folder. */
function filesAt(path: string): readonly string[] {
  try {
    return readdirSync(path).map((name) => resolve(path, name));
  } catch {
    return look(path) === 'missing' ? [] : [resolve(path)];
  }
}

function look(path: string): Look {
  try {
    const found = statSync(path);
    if (!found.isFile()) return 'missing';
    return found.size === 0 ? 'empty' : 'file';
  } catch {
    return 'missing';
  }
}

/** The codes of a system that watches as many files as it may. */
const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EMFILE', 'ENFILE'];

function watchError(error: unknown): FileError {
  const code = codeOf(error);
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '.';
  if (!FULL.includes(code)) return fileError(path, error);
  const advice = 'Watch fewer folders, or raise the limit: `sysctl fs.inotify.max_user_watches`.';
  return new FileError(path, code ?? '', 'too many files to watch', advice, error);
}
