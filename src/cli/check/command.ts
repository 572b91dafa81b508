import { Command, Option } from 'commander';
import { didYouMean } from '../../model/nearest.ts';
import { UsageError } from '../exit.ts';
import { REPORTERS, type ReporterName } from '../reporters/index.ts';

/** The findings by which a run fails: errors, or warnings too. */
export const FAIL_ON = ['error', 'warning'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What `check` was asked for, checked. */
export interface CheckRequest {
  readonly notes: readonly string[];
  /** `look` reports, `fix` puts right and reports what is left, `diff` shows what `fix` would do. */
  readonly mode: 'look' | 'fix' | 'diff';
  /** Also the fixes that somebody has to look at. */
  readonly unsafeFixes: boolean;
  readonly report: ReporterName;
  readonly failOn: FailOn;
  /** Only these rules; whether there are such is asked once the houses are known. */
  readonly rules?: readonly string[];
  /** Only what has changed since a revision of git's. */
  readonly since?: string;
  readonly baseline?: string;
  readonly filesFrom?: string;
  readonly stdinFilepath?: string;
  readonly house?: string;
  readonly config?: string;
  readonly force: boolean;
  readonly allowNone: boolean;
  readonly verbose: boolean;
  readonly color?: boolean;
}

/** As commander gives them. */
interface Options extends Partial<Omit<CheckRequest, 'notes' | 'mode' | 'report' | 'failOn' | 'rules'>> {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly report?: string;
  readonly failOn?: string;
  readonly rule?: readonly string[];
}

const EXAMPLES = `Examples:
  copydesk check story.md                    where a note departs from house style, and why
  copydesk check --fix notes/                put right what is safe, in place, and format
  copydesk check --diff story.md             what --fix would do, as a patch
  copydesk check --since origin/main         only the notes that have changed
  copydesk check --baseline known.json .     only what is new in an archive
  copydesk explain quote-marks               why a rule is one
`;

/** The command, which hands a checked request to `run`. */
export function checkCommand(run: (request: CheckRequest, command: Command) => Promise<void>): Command {
  const reports = REPORTERS.map(({ name }) => name).join(', ');
  return new Command('check')
    .summary('find, explain and put right what departs from house style')
    .description('Says where notes depart from house style, why, and what to do; --fix puts right what is safe.')
    .argument('[notes...]', 'notes, folders of notes, or globs; - is standard input')
    .option('--fix', 'put right what is safe, and format, in place; standard input is printed')
    .option('--unsafe-fixes', 'with --fix or --diff: also what somebody has to look at', false)
    .option('--diff', 'print what --fix would do as a patch, and exit 1 if it would do anything')
    .option('--report <name>', `how findings are printed: ${reports}`)
    .option('--fail-on <severity>', 'exit 1 for findings as bad as this, or worse: error or warning')
    .addOption(new Option('--rule <names>', 'only these rules, parted by commas; may repeat').argParser(collect))
    .option('--since <revision>', 'only notes that have changed since a revision of git')
    .option('--baseline <file>', 'pass over the findings that this file knows; it is written where it is missing')
    .option('--files-from <file>', 'take notes from a file, one a line or parted by NUL; - is standard input')
    .option('--stdin-filepath <path>', 'what standard input is called, for messages, configuration and ignore files')
    .option('--house <name|dir>', 'the house: abab, abab-zh, ap, or a folder with a house.yaml')
    .option('--config <file>', 'this copydesk.yaml instead of the one nearest above each note')
    .option('--force', 'check also files that do not look like notes', false)
    .option('--allow-none', 'exit 0 where no file is a note', false)
    .option('--verbose', 'print also what is only worth knowing', false)
    .option('--color', 'colour what is printed, whatever the terminal')
    .option('--no-color', 'never colour what is printed')
    .addHelpText('before', EXAMPLES)
    .action((notes: string[], options: Options, command: Command) => run(checked(notes, options), command));
}

function collect(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function checked(notes: readonly string[], { fix, diff, rule, report, failOn, ...options }: Options): CheckRequest {
  const { unsafeFixes = false, force = false, allowNone = false, verbose = false } = options;
  if (fix && diff) throw new UsageError('--fix and --diff do not go together', 'Choose one of them.');
  if (unsafeFixes && !fix && !diff) {
    throw new UsageError('--unsafe-fixes alone puts nothing right', 'Put --fix or --diff beside it.');
  }
  if (diff) refuseBeside('--diff prints a patch, and reports nothing', { report, baseline: options.baseline });
  if (rule?.length === 0) throw new UsageError('--rule names no rule', 'copydesk explain lists them.');
  const isStdin = notes.includes('-') || options.filesFrom === '-';
  if (options.filesFrom === '-' && notes.includes('-')) {
    throw new UsageError('standard input cannot be both a note and a list of notes', 'Leave out one of the two -.');
  }
  if (options.since !== undefined && isStdin && options.filesFrom !== '-') {
    throw new UsageError('--since is about files, and standard input is none', 'Leave out one of the two.');
  }
  return {
    ...options,
    notes,
    mode: fix ? 'fix' : diff ? 'diff' : 'look',
    unsafeFixes,
    report: named(
      'report',
      report ?? 'pretty',
      REPORTERS.map(({ name }) => name),
    ),
    failOn: named('severity', failOn ?? 'error', FAIL_ON),
    ...(rule ? { rules: rule } : {}),
    force,
    allowNone,
    verbose,
  };
}

function refuseBeside(why: string, options: Readonly<Record<string, string | undefined>>): void {
  const [name] = Object.entries(options).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) throw new UsageError(why, `Leave out --${name}, or --diff.`);
}

function named<Name extends string>(what: string, name: string, known: readonly Name[]): Name {
  const found = known.find((one) => one === name);
  if (found !== undefined) return found;
  throw new UsageError(`no ${what} is called ${name}`, didYouMean(name, known, `There are ${known.join(', ')}.`));
}
