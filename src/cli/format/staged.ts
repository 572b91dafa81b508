import type { ConfigResolver } from '../config/config-resolver.ts';
import { EXIT } from '../exit.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import { abandon } from '../files/temporary.ts';
import type { FormatRequest } from '../format.ts';
import { Repository } from '../git/repository.ts';
import { Scratch } from '../git/scratch.ts';
import { findStaged, type Replacement, type Staged } from '../git/staging.ts';
import type { Host } from '../host.ts';
import { Output } from '../run/output.ts';
import { Console } from '../terminal/console.ts';
import { Progress } from '../terminal/progress.ts';
import { Formatter } from './formatter.ts';
import { type StagedChange, StagedNotes } from './staged-notes.ts';
import { type Prepared, StagedWriter } from './staged-writer.ts';
import { Tally } from './tally.ts';
import { WorkingFiles } from './working-file.ts';

/** What a run over staged notes works with. */
interface Desk {
  readonly repository: Repository;
  readonly host: Host;
  readonly output: Output;
  readonly console: Console;
  readonly tally: Tally;
}

/**
 * Formats the notes that are staged in git's index, and the working files with them. With `--check` and `--diff`, and
 * where the index is one that passes with the commit, it only looks.
 */
export async function formatStaged(
  request: FormatRequest,
  configResolver: ConfigResolver,
  formatter: Formatter,
  host: Host,
  console: Console,
): Promise<void> {
  const repository = await Repository.open(host.environment, '--staged');
  const staged = await findStaged(repository);
  const asked = request.mode === 'check' || request.mode === 'diff' ? request.mode : undefined;
  const mode = asked ?? (repository.isPassing ? 'check' : 'write');
  const output = new Output(host, console);
  const desk = { repository, host, output, console, tally: new Tally({ ...request, mode }, console) };
  const notes = new StagedNotes(
    repository,
    configResolver,
    new IgnoreFilter(configResolver),
    formatter,
    console,
    desk.tally,
  );
  const candidates = await notes.among(staged);
  const changes = notes.changes(candidates, new Progress(host, candidates.length));
  if (mode === 'write') {
    // Half a note that is not staged is no fault of what is.
    const quiet = await Console.create({ ...host, write: () => Promise.resolve(true) }, false);
    const done = await write(changes, new Formatter(request, configResolver, quiet), desk);
    if (isEmptied(staged, done) && !repository.isMerging) await sayEmptied(repository, console);
  } else {
    const found = await show(changes, mode, desk);
    if (found === undefined) return;
    if (asked === undefined && found > 0) await sayPassing(console);
  }
  await desk.tally.summary();
}

/** @param formatter for a working file that cannot follow what is staged. */
async function write(
  changes: AsyncIterable<readonly StagedChange[]>,
  formatter: Formatter,
  { repository, host, output, console, tally }: Desk,
): Promise<readonly Prepared[]> {
  repository.refuseLocked();
  const scratch = new Scratch();
  host.beforeStop(() => {
    abandon();
    scratch.remove();
  });
  try {
    const working = new WorkingFiles(repository.git, scratch, formatter);
    const writer = new StagedWriter(repository, scratch, working, console, tally);
    for await (const some of changes) await writer.prepare(some);
    const done = await writer.commit();
    for (const { name } of done) await output.print(`${name}\n`);
    return done;
  } finally {
    scratch.remove();
  }
}

/**
 * Prints what is not in shape: names, or a patch with names from the top, as git's own have.
 * @returns how many notes; undefined when nobody reads on.
 */
async function show(
  changes: AsyncIterable<readonly StagedChange[]>,
  mode: 'check' | 'diff',
  { output, tally }: Desk,
): Promise<number | undefined> {
  const { patch } = await import('../files/patch.ts');
  let found = 0;
  for await (const some of changes) {
    for (const { entry, name, before, after } of some) {
      found++;
      tally.add('changed');
      await output.print(mode === 'check' ? `${name}\n` : patch(entry.path, before, after));
      if (output.isGone) return undefined;
    }
  }
  return found;
}

/** Was something staged, and is there nothing left of it? */
function isEmptied(staged: readonly Staged[], done: readonly Replacement[]): boolean {
  const now = new Map(done.map(({ entry, oid }) => [entry, oid]));
  const isBack = (entry: Staged) =>
    entry.mode === entry.committed.mode && (now.get(entry) ?? entry.oid) === entry.committed.oid;
  return done.length > 0 && staged.every(isBack);
}

/**
 * In the hook of a commit it has to fail: git looked before, and would make the commit with nothing in it. Whether that is
 * wanted, or whether it is the last commit that is made anew, git tells no hook: a second run finds nothing staged, and passes.
 */
async function sayEmptied({ isCommitting }: Repository, console: Console): Promise<void> {
  const what = 'in shape, what is staged is what was committed last';
  if (!isCommitting) return console.line(`${what}: nothing is left to commit`);
  console.fail(EXIT.findings);
  await console.line(`${what}: a new commit would be empty. Stage a change of words, or leave it at that.`);
  await console.line(
    'With --amend or --allow-empty, of which git tells no hook: run it again, the index is in shape now.',
  );
}

async function sayPassing(console: Console): Promise<void> {
  const why =
    '`git commit` with the names of files has an index for this commit alone, in which nothing can be formatted';
  await console.line(`${why}. Run \`git add\` on the files, then \`git commit\` without their names.`);
}
