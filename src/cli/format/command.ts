import { Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { refuseNameOfNothing } from '../run/stdin-filepath.ts';

/** What is done with a note in its new shape. */
export type FormatMode = 'print' | 'write' | 'check' | 'diff';

/** What `format` was asked for, checked. */
export interface FormatRequest {
  readonly notes: readonly string[];
  readonly mode: FormatMode;
  /** The notes in git's index, and their working files with them. */
  readonly staged: boolean;
  readonly filesFrom?: string;
  readonly stdinFilepath?: string;
  readonly house?: string;
  readonly config?: string;
  readonly force: boolean;
  readonly cache: boolean;
  readonly exitNonzeroOnChange: boolean;
  readonly allowNone: boolean;
  readonly verbose: boolean;
  readonly color?: boolean;
}

/** As commander gives them. */
interface Options extends Partial<Omit<FormatRequest, 'notes' | 'mode'>> {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
}

const EXAMPLES = `Examples:
  copydesk format story.md               the note in shape, on standard output
  copydesk format --write notes/         every note of a folder, in place
  copydesk format --check .              list what is not in shape; exit 1 if any is
  copydesk format --diff story.md | git apply
  copydesk format --staged               before a commit: what is staged, and only that
`;

/** The command, which hands a checked request to `run`. */
export function formatCommand(run: (request: FormatRequest, command: Command) => Promise<void>): Command {
  return new Command('format')
    .summary('bring notes into the one shape, never changing a word')
    .description(
      'Brings notes into the one shape: keys, headings, blank lines, marks, tables. Never changes a word, and checks so before it writes.',
    )
    .argument('[notes...]', 'notes, folders of notes, or globs; - is standard input')
    .option('--write', 'write each note in place')
    .option('--check', 'list the notes that are not in shape, and exit 1 if there are any')
    .option('--diff', 'print what would change as a patch, and exit 1 if anything would')
    .option('--staged', "format what is staged in git's index, and the working files with it")
    .option('--files-from <file>', 'take notes from a file, one a line or parted by NUL; - is standard input')
    .option('--stdin-filepath <path>', 'what standard input is called, for messages, configuration and ignore files')
    .option('--house <name|dir>', 'the house: abab, abab-zh, ap, or a folder with a house.yaml')
    .option('--config <file>', 'this copydesk.yaml instead of the one nearest above each note')
    .option('--force', 'format also files that do not look like notes', false)
    .option('--no-cache', 'with --check: look at every note anew')
    .option('--exit-nonzero-on-change', 'exit 1 if anything was changed, as --check and --diff do in any case', false)
    .option('--allow-none', 'exit 0 where no file is a note', false)
    .option('--verbose', 'say what was left as written, and why', false)
    .addOption(new Option('--color', 'colour messages, whatever the terminal'))
    .option('--no-color', 'never colour messages')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: Options, command: Command) => run(checked(notes, options), command));
}

function checked(notes: readonly string[], options: Options): FormatRequest {
  const { write, check, diff, staged = false, filesFrom, ...rest } = options;
  const modes = [write && 'write', check && 'check', diff && 'diff'].filter((mode) => typeof mode === 'string');
  if (modes.length > 1) {
    throw new UsageError(`--${modes[0]} and --${modes[1]} do not go together`, 'Choose one of them.');
  }
  const mode = (modes[0] ?? 'print') as FormatMode;
  if (staged && (notes.length > 0 || filesFrom !== undefined)) {
    throw new UsageError('--staged formats what is staged, and takes no files', 'Leave out the files.');
  }
  if (filesFrom === '-' && notes.includes('-')) {
    throw new UsageError('standard input cannot be both a note and a list of notes', 'Leave out one of the two -.');
  }
  if (rest.exitNonzeroOnChange && (mode === 'check' || mode === 'diff')) {
    throw new UsageError(
      `--exit-nonzero-on-change adds nothing to --${mode}, which exits with 1 itself`,
      'Leave it out.',
    );
  }
  refuseNameOfNothing(
    rest.stdinFilepath,
    notes.includes('-') || (notes.length === 0 && filesFrom === undefined && !staged),
  );
  const { force = false, cache = true, exitNonzeroOnChange = false, allowNone = false, verbose = false } = rest;
  return {
    ...rest,
    notes,
    mode,
    staged,
    force,
    cache,
    exitNonzeroOnChange,
    allowNone,
    verbose,
    ...(filesFrom === undefined ? {} : { filesFrom }),
  };
}
