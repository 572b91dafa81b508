import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../exit.ts';
import type { FileError } from '../files/error.ts';
import { observeFiles } from '../files/observe.ts';
import { forgetFolders, repositoryTop } from '../files/paths.ts';
import { namesInList, readBytes } from '../files/read.ts';
import { isGlob, splitGlob } from '../files/search.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import type { NotesRequest } from '../requests.ts';
import type { Changes } from '../run/pipeline.ts';
import { Console } from '../terminal/console.ts';
import type { FileChange } from './change-queue.ts';
import { KnownFiles } from './known-files.ts';
import { allNotes, changedNotes, notesAgain } from './run-changes.ts';
import type { WatchableOptions } from './watchable.ts';
import { type Watch, watchFiles } from './watcher.ts';

/** A command to run for each change. */
interface WatchedCommand extends WatchableOptions {
  readonly request: NotesRequest & { readonly outDir?: string; readonly filesFrom?: string };
  run(host: Host, console: Console, changes: Changes): Promise<void>;
}

/**
 * Runs a command over all its notes, and again for each change: over the notes that have changed, or over all of them if a
 * configuration, a template or another file that they use has. Ends when a signal stops the program, or when nobody reads
 * what it prints.
 * @param console of the first run.
 */
export function watchNotes(command: WatchedCommand, host: Host, console: Console): Promise<void> {
  return new NotesWatch(command, host).start(console);
}

class NotesWatch {
  readonly #command: WatchedCommand;
  readonly #host: Host;
  readonly #known = new KnownFiles();
  readonly #stopped: Promise<void>;
  #stop: () => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #isOver = false;
  #watch: Watch | undefined;
  #console: Console | undefined;

  constructor(command: WatchedCommand, host: Host) {
    this.#command = command;
    this.#stopped = new Promise((resolve, reject) => {
      this.#stop = resolve;
      this.#fail = reject;
    });
    this.#host = whileRead(host, () => this.#stop());
    host.beforeStop(() => {
      abandon();
      void this.#console?.clearStatus();
      this.#stop();
    });
  }

  async start(console: Console): Promise<void> {
    const { notes, filesFrom } = this.#command.request;
    const roots = [...notes.map(rootOf), ...listed(filesFrom)];
    // What changes during the first run is for the second one.
    let begin: () => void = () => {};
    const first = new Promise<void>((resolve) => {
      begin = resolve;
    });
    observeFiles(this.#known);
    try {
      const isWatched = roots.some((path) => existsSync(path));
      if (isWatched) this.#watch = await this.#watchFiles(roots, first);
      await this.#run(console, allNotes(this.#options(console)), true);
      // The first run has said so.
      if (!isWatched) return;
      await console.line(`watching ${[...notes, ...(filesFrom ? [filesFrom] : [])].join(' ')}; press Ctrl+C to stop`);
      begin();
      await this.#stopped;
    } finally {
      this.#isOver = true;
      begin();
      await this.#watch?.close();
      observeFiles(undefined);
    }
  }

  #watchFiles(roots: readonly string[], first: Promise<void>): Promise<Watch> {
    const { outDir, notes } = this.#command.request;
    // A pattern may name files of any kind.
    const isAny = notes.some((path) => !existsSync(path));
    const out = outDir === undefined ? undefined : resolve(outDir);
    const onChanges = async (changes: readonly FileChange[]) => {
      await first;
      if (!this.#isOver) await this.#onChanges(changes).catch(this.#fail);
    };
    return watchFiles(roots, onChanges, {
      matters: (path) => isAny || this.#known.matters(path),
      staysOut: (folder) => folder === out,
      onError: (error) => void this.#say(error),
    });
  }

  async #onChanges(changes: readonly FileChange[]): Promise<void> {
    forgetFolders();
    const real = changes.filter(({ path }) => !this.#known.isSame(path));
    if (real.length === 0) return;
    const console = await this.#newConsole();
    const options = this.#options(console);
    const deciding = real.filter(({ path }) => this.#known.decides(path));
    await this.#run(console, deciding.length > 0 ? notesAgain(deciding, options) : changedNotes(real, options));
  }

  /** @param isFirst a wrong use of the command line ends the first run, and so the watch. */
  async #run(console: Console, changes: Changes, isFirst = false): Promise<void> {
    this.#console = console;
    try {
      await this.#command.run(this.#host, console, changes);
    } catch (error) {
      if (isFirst && error instanceof UsageError) throw error;
      await console.problem(error);
    }
    const used = this.#known.takeUnwatched().filter(isWorthWatching);
    this.#watch?.add([...used, ...listed(this.#command.request.filesFrom)]);
  }

  #options(console: Console) {
    const { seesRemovals = false } = this.#command;
    return { known: this.#known, seesRemovals, announce: (lines: readonly string[]) => this.#announce(lines, console) };
  }

  /** One line for each change, with the time on a terminal. */
  async #announce(lines: readonly string[], console: Console): Promise<void> {
    const host = this.#host;
    const isTerminal = host.isTerminal(2);
    if (this.#command.request.clear && isTerminal) await host.write(2, CLEAR);
    const time = isTerminal ? `${new Date().toTimeString().slice(0, 8)} ` : '';
    for (const line of lines) await console.line(time + console.messages.text(line));
  }

  async #say(error: FileError): Promise<void> {
    await (await this.#newConsole()).fileError(error);
  }

  #newConsole(): Promise<Console> {
    const { color, config } = this.#command.request;
    return Console.create(this.#host, color, { isQuiet: this.#command.isQuiet, config });
  }
}

/** Clears the screen and what was scrolled out of it. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** A host whose runs leave signals to the watch, and that tells when nobody reads the output any more. */
function whileRead(host: Host, onGone: () => void): Host {
  return {
    ...host,
    get columns() {
      return host.columns;
    },
    beforeStop: () => {},
    write: async (descriptor, text) => {
      const isRead = await host.write(descriptor, text);
      if (!isRead) onGone();
      return isRead;
    },
  };
}

/** What to watch for an argument: a file, a folder, or the folder of a pattern. */
function rootOf(argument: string): string {
  return !existsSync(argument) && isGlob(argument) ? splitGlob(argument).base : argument;
}

/** A list of notes, and the files and folders that it names. The run says if it cannot be read. */
function listed(list: string | undefined): readonly string[] {
  if (list === undefined) return [];
  try {
    return [list, ...namesInList(readBytes(list), list)];
  } catch {
    return [list];
  }
}

/**
 * Whether to watch a file that a run uses or looked for. Of the files that do not exist, those in the project: a configuration
 * that somebody may write into `/tmp` is not worth watching that folder.
 */
function isWorthWatching(path: string): boolean {
  if (existsSync(path)) return true;
  const below = relative(repositoryTop(process.cwd()) ?? process.cwd(), dirname(path));
  return below.split(sep)[0] !== '..';
}
