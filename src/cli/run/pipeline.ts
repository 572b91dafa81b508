import { resolve } from 'node:path';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import type { SearchRequest } from '../requests.ts';
import type { Console } from '../terminal/console.ts';
import { Progress } from '../terminal/progress.ts';
import { findNotes } from './find-notes.ts';
import { NoteQueue } from './note-queue.ts';
import { NoteReader } from './note-reader.ts';
import { Output } from './output.ts';
import { type SkipReason, Summary, type SummaryOptions } from './summary.ts';
import { Threads } from './threads.ts';
import { workOn } from './worked.ts';

/** What a run over notes needs. */
export interface RunContext {
  readonly host: Host;
  readonly console: Console;
  readonly output: Output;
  readonly progress: Progress;
  readonly summary: Summary;
  readonly configResolver: ConfigResolver;
  /** Absent for a command that does not read ignore files. */
  readonly ignoreFilter?: IgnoreFilter;
  /** The notes that the run is about, if it is not about all that it finds. */
  readonly changes?: Changes;
}

/** What has changed since a run over the same notes. */
export interface Changes {
  /** Takes all notes, before anything is printed about them. @returns whether there is something to do. */
  begin(inputs: readonly Input[]): Promise<boolean>;
  /** Whether a note has changed. */
  has(input: Input): boolean;
  /** What the search itself found has been reported before. */
  readonly isKnown: boolean;
}

/** What a run decides about the post of a note before the note is read. */
export interface Plan {
  /** The path of the post without its ending. */
  readonly target?: string;
  /** The post is one of several that are printed, a line each. */
  readonly isLine?: boolean;
  /** The run records what became of the post. */
  readonly isRecorded?: boolean;
}

/** A note that has been read. Plain data, which any thread can work on. */
export interface NoteFile {
  readonly input: Input;
  /** As messages show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** False for stdin. */
  readonly isFile: boolean;
  /** A person named it on the command line, or it is stdin: not a folder, a pattern, a list or a hook. */
  readonly isNamed: boolean;
  readonly plan?: Plan;
}

/** Where notes come from, if not from files and stdin. */
export interface NoteSource {
  /** Finds the notes, and reports problems with their names. */
  find(): Promise<readonly Input[]>;
  /** @throws {FileError} */
  read(input: Input): Promise<Uint8Array>;
}

/** What one command does in the pipeline. `Result` is plain data about one note. */
export interface Job<Result> {
  /** Writes files. It then goes on when nobody reads standard output any more. */
  readonly writes: boolean;
  /** Writes a note back to where it was read from. */
  readonly writesInPlace: boolean;
  /** Prints a note from stdin, so that an ignored one is printed unchanged and an editor loses nothing. */
  readonly printsStdin: boolean;
  /** Works on a note only when the one before it is settled, because it talks to a person or keeps what it sees. */
  readonly isAlone: boolean;
  /**
   * Refuses inputs that do not fit the options, and opens what the run needs.
   * @returns the inputs to act on; undefined when an error that concerns all of them has been reported.
   */
  start(inputs: readonly Input[]): Promise<readonly Input[] | undefined>;
  /** Why a file is skipped without being read. */
  skips?(name: string): SkipReason | undefined;
  /** The work is one document about all notes, so that a change of one note means work on all. */
  readonly needsAll?: boolean;
  /** What the note decides about a note before it is read. */
  planOf?(input: Input): Plan;
  /** The result of an earlier run, without the work. */
  known?(note: NoteFile): Promise<Result | undefined>;
  /**
   * Does the work on one note, perhaps in another thread, where nothing was started. It says what is wrong with the note, and
   * prints nothing else. The pipeline reports and counts what it throws, and so for `write` and `settle`.
   * @param isInOrder whether the notes before it are settled.
   * @returns undefined if it needs them to be.
   */
  work(note: NoteFile, console: Console, isInOrder: boolean): Promise<Result | undefined>;
  /** Puts on the disk what the work wrote. */
  flush?(): Promise<void>;
  /** Writes the note in place. The next notes are worked on meanwhile. */
  write?(note: NoteFile, result: Result): Promise<void>;
  /** Prints and counts the result. Called in the order of the notes. */
  settle(note: NoteFile, result: Result): Promise<void>;
  /** The rest of the notes is left out, because a person said so. */
  readonly isOver?: boolean;
  /** Writes what concerns all notes. */
  finish?(): Promise<void>;
  /** Prints the summary, if somebody still reads the output. */
  summarise(): Promise<void>;
}

export function createContext(
  parts: Pick<RunContext, 'host' | 'console' | 'configResolver' | 'ignoreFilter' | 'changes'>,
  options: SummaryOptions & { readonly quiet?: boolean },
): RunContext {
  const { host, console } = parts;
  const progress = new Progress(host, console, options.quiet ?? false);
  const output = new Output(host, console, progress);
  return { ...parts, progress, output, summary: new Summary(console, options) };
}

/** Finds the notes of a request and acts on each. After a problem with one, the run goes on. */
export async function runPipeline<Result>(
  job: Job<Result>,
  request: SearchRequest,
  context: RunContext,
  source?: NoteSource,
): Promise<void> {
  const { host, output, progress, console, changes } = context;
  if (host.leader) {
    const work = (note: NoteFile) => workOn(job, note, console, false);
    return host.leader.follow({ work, flush: async () => job.flush?.() }, context);
  }
  if (job.writes) {
    host.beforeStop(() => {
      abandon();
      void progress.end();
    });
  }
  const found = await (source?.find() ?? find(request, context));
  if (changes && !(await changes.begin(found))) return;
  const all = await job.start(found);
  if (!all) return;
  const inputs = changes && !job.needsAll ? all.filter((input) => changes.has(input)) : all;
  progress.start(inputs.length);
  const threads = new Threads(job, context, job.isAlone ? 1 : request.jobs);
  const queue = new NoteQueue(job, new NoteReader(job, request, context, source), threads, context);
  for (const [at, input] of inputs.entries()) {
    await threads.start(inputs.length - at);
    await queue.add(input);
    if (job.isOver || (output.isGone && !job.writes)) break;
  }
  await queue.end();
  await threads.end();
  await job.flush?.();
  await job.finish?.();
  await progress.end();
  if (job.writes || !output.isGone) await job.summarise();
}

async function find(request: SearchRequest, context: RunContext) {
  const { console, summary, changes } = context;
  const { inputs, problems, skipped } = await findNotes(request, context);
  if (changes?.isKnown) return inputs;
  for (const problem of problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && request.allowNone)) await console.fileError(problem);
    if (!isNothing) summary.add('failed');
  }
  for (const path of skipped) await summary.skip('no note', path);
  if (inputs.length + problems.length + skipped.length === 0 && !request.allowNone) {
    await console.reason(`no notes found: '${request.filesFrom}' lists no files`);
  }
  return inputs;
}

/** The inputs without duplicate files. Of those that were found, there are none. */
export function withoutRepeats(inputs: readonly Input[]): readonly Input[] {
  if (inputs.every(({ base }) => base !== undefined)) return inputs;
  return [...new Map(inputs.map((input) => [input.kind === 'file' ? resolve(input.path) : '-', input])).values()];
}
