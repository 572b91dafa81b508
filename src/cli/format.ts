import { Command } from 'commander';
import { UsageError } from './exit.ts';
import { addShared, conflict, NOTES, RUN, validateStdin } from './options.ts';
import type { FormatRequest } from './requests.ts';
import type { StartTask } from './run/task.ts';
import { showConfigTask } from './show-config.ts';
import { validateWatch, watchable } from './watch/watchable.ts';

/** The options as commander parses them. */
interface FormatFlags extends Partial<Omit<FormatRequest, 'notes' | 'mode'>> {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly showConfig?: boolean;
}

const EXAMPLES = `Examples:
  copydesk format story.md               print the formatted note
  copydesk format --write notes/         format the notes of a folder in place
  copydesk format --check .              list the notes that are not formatted
  copydesk format --diff story.md | git apply
  copydesk format --staged               format what is staged, before a commit
  copydesk format --write --watch notes/ format each note when you save it
`;

export function formatCommand(start: StartTask): Command {
  const command = new Command('format')
    .summary('format notes without changing a word')
    .description(
      'Format keys, headings, blank lines, emphasis and tables. copydesk never changes a word, and verifies this before it writes.',
    )
    .argument(...NOTES)
    .option('--write', 'format notes in place')
    .option('--check', 'list the notes that are not formatted, and exit with 1 if there are any')
    .option('--diff', 'show what would change as a diff, and exit with 1 if there is a difference')
    .option('--staged', "format the notes staged in git's index, and their working files")
    .option('--quiet', 'print only errors, and the names that --check lists')
    .option('--verbose', 'also show what was left unformatted or skipped, and why');
  addShared(command, ...RUN)
    .option('--no-cache', 'with --check: ignore cached results')
    .option('--exit-nonzero-on-change', 'exit with 1 if any note changed; --check and --diff always do');
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: FormatFlags) => {
    if (options.showConfig) return start(showConfigTask({ ...options, notes }, 'house'), command);
    const request = validate(notes, options);
    const load = async () => (await import('./format/format-notes.ts')).formatNotes;
    const run = watchable(request, load, { isQuiet: request.quiet });
    const readsStdin = notes.length === 0 && request.filesFrom === undefined && !request.staged;
    return start({ ...options, isQuiet: request.quiet, readsStdin, run }, command);
  });
}

function validate(notes: readonly string[], { write, check, diff, ...options }: FormatFlags): FormatRequest {
  const { staged = false, filesFrom, exitNonzeroOnChange = false, quiet = false } = options;
  const modes = [write && 'write', check && 'check', diff && 'diff'] as const;
  const [mode = 'print', second] = modes.filter((one) => one !== undefined && one !== false);
  if (second) throw conflict(`--${mode}`, `--${second}`);
  if (staged && (notes.length > 0 || filesFrom !== undefined)) {
    throw new UsageError("'--staged' takes no files", 'Leave out the files.');
  }
  if (exitNonzeroOnChange && (mode === 'check' || mode === 'diff')) {
    throw conflict('--exit-nonzero-on-change', `--${mode}`, `Leave it out: '--${mode}' exits with 1 itself.`);
  }
  if (quiet && options.verbose) throw conflict('--quiet', '--verbose');
  if (quiet && mode === 'diff') throw conflict('--quiet', '--diff');
  validateWatch({ ...options, notes });
  if (options.watch && mode !== 'write' && mode !== 'check')
    throw new UsageError("'--watch' works only with '--write' or '--check'", 'Add one of them.');
  validateStdin(
    { ...options, notes },
    notes.includes('-') || (notes.length === 0 && filesFrom === undefined && !staged),
  );
  const { anyFile = false, cache = true, allowNone = false, verbose = false } = options;
  return { ...options, notes, mode, staged, anyFile, cache, exitNonzeroOnChange, allowNone, verbose, quiet };
}
