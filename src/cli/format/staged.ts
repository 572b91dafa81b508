import { EXIT } from '../exit.ts';
import { abandon } from '../files/temporary.ts';
import { Repository } from '../git/repository.ts';
import { Scratch } from '../git/scratch.ts';
import { findStaged, type Replacement, type Staged } from '../git/staging.ts';
import type { FormatRequest } from '../requests.ts';
import { createContext, type RunContext } from '../run/pipeline.ts';
import type { Console } from '../terminal/console.ts';
import type { Formatter } from './formatter.ts';
import { type StagedChange, StagedNotes } from './staged-notes.ts';
import { type Prepared, StagedWriter } from './staged-writer.ts';
import { sayFormatted, summaryOptions } from './summary.ts';
import { WorkingFiles } from './working-file.ts';

/**
 * Formats the notes that are staged in git's index, and their working files. With `--check` and `--diff`, and where the
 * index exists only for the commit in progress, it changes nothing.
 */
export async function formatStaged(
  request: FormatRequest,
  formatter: Formatter,
  parts: Parameters<typeof createContext>[0],
): Promise<void> {
  const { host, console } = parts;
  const repository = await Repository.open(host.environment, '--staged');
  const staged = await findStaged(repository);
  const asked = request.mode === 'check' || request.mode === 'diff' ? request.mode : undefined;
  const mode = asked ?? (repository.isTemporary ? 'check' : 'write');
  const context = createContext(parts, summaryOptions({ ...request, mode }));
  const notes = new StagedNotes(repository, context, formatter);
  const candidates = await notes.among(staged);
  context.progress.start(candidates.length);
  const changes = notes.changes(candidates);
  if (mode === 'write') {
    const done = await write(changes, formatter, repository, context);
    if (!request.quiet) for (const { name } of done) await context.output.print(`${name}\n`);
    if (isEmptied(staged, done) && !repository.isMerging) await sayEmptied(repository, console);
  } else {
    const found = await show(changes, mode, context);
    if (found === undefined) return;
    if (asked === undefined && found > 0) await sayTemporary(console);
  }
  if (!(await context.summary.sayNothing('format'))) return sayFormatted(context.summary, mode);
  if (context.summary.skipped === 0 && !request.allowNone) {
    await console.reason('no note is staged: run `git add` first');
  }
}

/** @param formatter for a working file that cannot follow what is staged. */
async function write(
  changes: AsyncIterable<readonly StagedChange[]>,
  formatter: Formatter,
  repository: Repository,
  { host, console, summary }: RunContext,
): Promise<readonly Prepared[]> {
  repository.refuseLocked();
  const scratch = new Scratch();
  host.beforeStop(() => {
    abandon();
    scratch.remove();
  });
  try {
    const working = new WorkingFiles(repository.git, scratch, formatter, console.recorder());
    const writer = new StagedWriter(repository, scratch, working, console, summary);
    for await (const some of changes) await writer.prepare(some);
    const done = await writer.commit();
    return done;
  } finally {
    scratch.remove();
  }
}

/**
 * Prints the names of the notes that are not formatted, or a patch with paths from the top, as git prints them.
 * @returns how many notes; undefined when nobody reads the output any more.
 */
async function show(
  changes: AsyncIterable<readonly StagedChange[]>,
  mode: 'check' | 'diff',
  { output, summary }: RunContext,
): Promise<number | undefined> {
  const { patch } = await import('../files/patch.ts');
  let found = 0;
  for await (const some of changes) {
    for (const { entry, name, before, after } of some) {
      found++;
      summary.add('changed');
      await output.print(mode === 'check' ? `${name}\n` : patch(entry.path, before, after));
      if (output.isGone) return undefined;
    }
  }
  return found;
}

/** Whether the formatted notes equal the last commit, although something was staged. */
function isEmptied(staged: readonly Staged[], done: readonly Replacement[]): boolean {
  const now = new Map(done.map(({ entry, oid }) => [entry, oid]));
  const isBack = (entry: Staged) =>
    entry.mode === entry.committed.mode && (now.get(entry) ?? entry.oid) === entry.committed.oid;
  return done.length > 0 && staged.every(isBack);
}

/**
 * Fails in the hook of a commit, because git would make an empty commit. Git does not tell a hook about --amend and
 * --allow-empty, so a second run, which finds nothing staged, passes.
 */
async function sayEmptied({ isCommitting }: Repository, console: Console): Promise<void> {
  const what = 'after formatting, the staged notes are the same as in the last commit';
  if (!isCommitting) return console.reason(`${what}: nothing is left to commit`);
  console.fail(EXIT.findings);
  await console.reason(`${what}: the new commit would be empty`);
  await console.reason('Stage a change of wording. If you use --amend or --allow-empty, run the command again.');
}

async function sayTemporary(console: Console): Promise<void> {
  await console.reason('`git commit` with file names uses a temporary index, which cannot be formatted.');
  await console.reason('Run `git add` on the files, then `git commit` without their names.');
}
