import { UsageError } from '../exit.ts';
import type { Host } from '../host.ts';
import { conflict } from '../options.ts';
import type { NotesRequest } from '../requests.ts';
import type { Changes } from '../run/pipeline.ts';
import type { Task } from '../run/task.ts';
import type { Console } from '../terminal/console.ts';

/** Runs a command over the notes of a request, or over those that have changed. */
export type RunNotes<Request extends NotesRequest> = (
  request: Request,
  host: Host,
  console: Console,
  changes?: Changes,
) => Promise<void>;

export interface WatchableOptions {
  readonly isQuiet?: boolean;
  /** A removed note means work: its post may have to go. */
  readonly seesRemovals?: boolean;
}

/** A task that runs a command once or, with `--watch`, again for each change. A worker works for one run of either. */
export function watchable<
  Request extends NotesRequest & {
    readonly outDir?: string;
    readonly anyFile?: boolean;
    readonly filesFrom?: string;
  },
>(request: Request, load: () => Promise<RunNotes<Request>>, options: WatchableOptions = {}): Task['run'] {
  return async (host, console) => {
    const run = await load();
    if (!request.watch || host.leader) return run(request, host, console);
    const { watchNotes } = await import('./watch-notes.ts');
    const once = (by: Host, to: Console, changes: Changes) => run(request, by, to, changes);
    return watchNotes({ ...options, request, run: once }, host, console);
  };
}

interface WatchFlags {
  readonly notes: readonly string[];
  readonly watch?: boolean;
  readonly clear?: boolean;
  readonly staged?: boolean;
  readonly filesFrom?: string;
  readonly stdinFilepath?: string;
}

/** @param others the options that `--watch` excludes, by their names. @throws {UsageError} */
export function validateWatch(flags: WatchFlags, others: Readonly<Record<string, unknown>> = {}): void {
  const { notes, watch, clear, staged, filesFrom, stdinFilepath } = flags;
  if (clear && !watch) throw new UsageError("'--clear' works only with '--watch'", 'Add --watch.');
  if (!watch) return;
  const all = { '--staged': staged, '--stdin-filepath': stdinFilepath, ...others };
  for (const [option, value] of Object.entries(all))
    if (value !== undefined && value !== false) throw conflict('--watch', option);
  if ((notes.length === 0 && filesFrom === undefined) || notes.includes('-') || filesFrom === '-')
    throw new UsageError("'--watch' cannot watch stdin", 'Name notes or folders.');
}
