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
}

/** A note that has been read. */
export interface NoteFile {
  readonly input: Input;
  /** As messages show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** False for stdin. */
  readonly isFile: boolean;
  /** A person named it on the command line, or it is stdin: not a folder, a pattern, a list or a hook. */
  readonly isNamed: boolean;
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
  /** Talks to a person about each note, so that a note waits for the one before it. */
  readonly asks: boolean;
  /**
   * Refuses inputs that do not fit the options, and opens what the run needs.
   * @returns the inputs to act on; undefined when an error that concerns all of them has been reported.
   */
  start(inputs: readonly Input[]): Promise<readonly Input[] | undefined>;
  /** Why a file is skipped without being read. */
  skips?(name: string): SkipReason | undefined;
  /**
   * Does the work on one note. It prints nothing but messages, and needs nothing of other notes.
   * An error is reported and counted by the pipeline, here and below.
   */
  work(note: NoteFile, console: Console): Promise<Result>;
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
  parts: Pick<RunContext, 'host' | 'console' | 'configResolver' | 'ignoreFilter'>,
  options: SummaryOptions,
): RunContext {
  const { host, console } = parts;
  const progress = new Progress(host);
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
  const { host, output, progress } = context;
  if (job.writes) host.beforeStop(abandon);
  const inputs = await job.start(await (source?.find() ?? find(request, context)));
  if (!inputs) return;
  progress.total = inputs.length;
  const queue = new NoteQueue(job, new NoteReader(job, request, context, source), context);
  for (const input of inputs) {
    await progress.step();
    await queue.add(input);
    if (job.isOver || (output.isGone && !job.writes)) break;
  }
  await queue.end();
  await job.finish?.();
  await progress.end();
  if (job.writes || !output.isGone) await job.summarise();
}

async function find(request: SearchRequest, context: RunContext) {
  const { console, summary } = context;
  const { inputs, problems, skipped } = await findNotes(request, context);
  for (const problem of problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && request.allowNone)) await console.fileError(problem);
    if (!isNothing) summary.add('failed');
  }
  for (const path of skipped) await summary.skip('no note', path);
  if (inputs.length + problems.length + skipped.length === 0 && !request.allowNone) {
    await console.line(`no notes found: '${request.filesFrom}' lists no files`);
  }
  return inputs;
}

/** The inputs without duplicate files. */
export function withoutRepeats(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [input.kind === 'file' ? resolve(input.path) : '-', input])).values()];
}
