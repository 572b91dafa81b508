import { Command, Option } from 'commander';
import { UsageError } from './exit.ts';
import { addShared, conflict, NOTES, RUN, validateStdin, valueNamed } from './options.ts';
import { REPORTERS } from './reporters/index.ts';
import { type CheckRequest, FAIL_ON } from './requests.ts';
import type { StartTask } from './run/task.ts';
import { showConfigTask } from './show-config.ts';
import { ruleWords, withWords } from './values.ts';
import { validateWatch, watchable } from './watch/watchable.ts';

/** The options as commander parses them. */
interface CheckFlags
  extends Partial<Omit<CheckRequest, 'notes' | 'mode' | 'report' | 'failOn' | 'rules' | 'maxWarnings'>> {
  readonly fix?: boolean;
  readonly interactive?: boolean;
  readonly audit?: boolean;
  readonly diff?: boolean;
  readonly report?: string;
  readonly failOn?: string;
  readonly rule?: readonly string[];
  readonly maxWarnings?: string;
  readonly showConfig?: boolean;
}

const EXAMPLES = `Examples:
  copydesk check story.md                    report where a note departs from the house style
  copydesk check --fix notes/                fix what is safe to fix, and format, in place
  copydesk check --interactive story.md      ask about each fix
  copydesk check --diff story.md             show what --fix would change
  copydesk check --source wire.txt story.md  compare quotations, numbers and names with the source
  copydesk check --since origin/main         check only the notes that have changed
  copydesk check --staged                    check what is staged, before a commit
  copydesk check --watch notes/              check each note when you save it
  copydesk check --baseline known.json .     report only new findings in an archive
  copydesk explain quote-marks               explain a rule
`;

const REPORT_NAMES = REPORTERS.map(({ name }) => name);

export function checkCommand(start: StartTask): Command {
  const command = new Command('check')
    .summary('check notes against the house style')
    .description('Check notes against the house style. Report each problem, the reason and what to do.')
    .argument(...NOTES)
    .option('--fix', 'fix what is safe to fix, and format, in place; a note from stdin is printed')
    .option('--unsafe-fixes', 'with --fix or --diff: also apply fixes that may change the meaning')
    .option('--interactive', 'at a terminal: show each fix and ask whether to apply it')
    .option('--diff', 'show what --fix would change as a diff, and exit with 1 if there is a difference')
    .addOption(withWords(new Option('--report <name>', `report format: ${REPORT_NAMES.join(', ')}`), REPORT_NAMES))
    .addOption(
      withWords(
        new Option(
          '--fail-on <severity>',
          `exit with 1 for findings of at least this severity: ${FAIL_ON.join(' or ')}`,
        ),
        FAIL_ON,
      ),
    )
    .addOption(
      withWords(
        new Option('--rule <names>', 'check only these rules, separated by commas; repeatable').argParser(collect),
        ruleWords,
        { isList: true },
      ),
    )
    .option('--since <revision>', 'check only notes that have changed since this git revision')
    .option('--baseline <file>', 'ignore the findings recorded in this file; create it if it does not exist')
    .option('--source <file>', 'compare the note with this text instead of its source_text')
    .option('--staged', "check the notes staged in git's index, not their working files")
    .option('--audit', 'report what each rule finds in published posts, and which rules do not suit the house')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this')
    .option('--quiet', 'report only errors, and count other findings')
    .option('--verbose', 'also show suggestions, and name the files that are skipped');
  addShared(command, ...RUN);
  command.option('--no-cache', 'ignore cached results');
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: CheckFlags) => {
    if (options.showConfig) return start(showConfigTask({ ...options, notes }, 'house'), command);
    const request = validate(notes, options);
    const run = watchable(request, async () => (await import('./check/check-notes.ts')).checkNotes);
    const { filesFrom, since } = options;
    const readsStdin = notes.length === 0 && filesFrom === undefined && since === undefined && !request.staged;
    return start({ ...options, readsStdin, run }, command);
  });
}

function collect(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

/** A whole number from 0. @throws {UsageError} */
function atMost(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new UsageError(`'--max-warnings' needs a whole number, not '${value}'`, 'Give it a number such as 10.');
}

/** `check` writes files, and a fix of a staged note would have to change the index as well. @throws {UsageError} */
function validateStaged(notes: readonly string[], { fix, diff, since, filesFrom, stdinFilepath }: CheckFlags): void {
  if (notes.length > 0 || filesFrom !== undefined || stdinFilepath !== undefined) {
    throw new UsageError("'--staged' takes no files", 'Leave out the files.');
  }
  if (since !== undefined) throw conflict('--staged', '--since');
  if (fix) throw conflict('--staged', '--fix', 'Run `copydesk check --fix` on the notes, then `git add`.');
  if (diff) throw conflict('--staged', '--diff', 'Run `copydesk check --diff` on the notes.');
}

/** The options that `--audit` has no use for. */
const NO_AUDIT = {
  fix: '--fix',
  diff: '--diff',
  interactive: '--interactive',
  staged: '--staged',
  since: '--since',
  quiet: '--quiet',
  failOn: '--fail-on',
  maxWarnings: '--max-warnings',
} as const satisfies Partial<Record<keyof CheckFlags, string>>;

/** @throws {UsageError} for options about single findings. */
function validateAudit(flags: CheckFlags): void {
  const { report = 'pretty' } = flags;
  for (const [name, option] of Object.entries(NO_AUDIT))
    if (flags[name as keyof typeof NO_AUDIT]) throw conflict('--audit', option);
  if (report !== 'pretty' && report !== 'json')
    throw new UsageError("'--audit' has no such report", 'Choose from pretty, json.');
}

/** @throws {UsageError} for options that are for one run. */
function validateWatched(notes: readonly string[], flags: CheckFlags): void {
  const { staged, since, interactive, audit, diff, report = 'pretty' } = flags;
  const others = {
    '--staged': staged,
    '--since': since,
    '--interactive': interactive,
    '--audit': audit,
    '--diff': diff,
  };
  if (flags.watch && report !== 'pretty')
    throw conflict('--watch', `--report ${report}`, 'Leave out --watch, because a report for programs covers one run.');
  validateWatch({ ...flags, notes }, others);
}

/** @throws {UsageError} if there is no terminal to ask at, or no fix to ask about. */
function validateInteractive(notes: readonly string[], flags: CheckFlags): void {
  const { fix, diff, staged, report, baseline, filesFrom } = flags;
  const others = { '--fix': fix, '--diff': diff, '--staged': staged, '--report': report, '--baseline': baseline };
  for (const [option, value] of Object.entries(others)) if (value) throw conflict('--interactive', option);
  if (notes.includes('-') || filesFrom === '-') throw conflict('--interactive', '-', 'Name the notes.');
}

/** @throws {UsageError} for options about the report that contradict each other. */
function validateCounts({ diff, quiet, verbose, failOn, maxWarnings }: CheckFlags): void {
  if (quiet && verbose) throw conflict('--quiet', '--verbose');
  if (quiet && failOn === 'warning') throw conflict('--quiet', '--fail-on warning');
  if (quiet && diff) throw conflict('--quiet', '--diff');
  if (maxWarnings !== undefined && diff) throw conflict('--max-warnings', '--diff');
  if (maxWarnings !== undefined && failOn === 'warning') throw conflict('--max-warnings', '--fail-on warning');
}

function validate(notes: readonly string[], flags: CheckFlags): CheckRequest {
  const { fix, interactive, audit, diff, rule, report, failOn, maxWarnings, ...options } = flags;
  const { unsafeFixes = false, anyFile = false, allowNone = false, verbose = false, filesFrom, since } = options;
  const { staged = false, quiet = false, cache = true } = options;
  if (fix && diff) throw conflict('--fix', '--diff');
  validateWatched(notes, flags);
  if (unsafeFixes && !fix && !diff)
    throw new UsageError("'--unsafe-fixes' needs '--fix' or '--diff'", 'Add --fix or --diff.');
  if (diff && report !== undefined) throw conflict('--diff', '--report');
  if (diff && options.baseline !== undefined) throw conflict('--diff', '--baseline');
  if (rule?.length === 0) throw new UsageError("'--rule' names no rule", 'Run `copydesk explain` to list the rules.');
  validateStdin({ notes, ...(filesFrom === undefined ? {} : { filesFrom }) }, false);
  if (since !== undefined && notes.includes('-')) throw conflict('--since', '-');
  if (staged) validateStaged(notes, flags);
  if (interactive) validateInteractive(notes, flags);
  if (audit) validateAudit(flags);
  validateCounts(flags);
  return {
    ...options,
    notes,
    mode: fix ? 'fix' : interactive ? 'ask' : audit ? 'audit' : diff ? 'diff' : 'look',
    unsafeFixes,
    report: valueNamed('report format', report ?? 'pretty', REPORT_NAMES),
    failOn: valueNamed('severity', failOn ?? 'error', FAIL_ON),
    ...(rule ? { rules: rule } : {}),
    ...(maxWarnings === undefined ? {} : { maxWarnings: atMost(maxWarnings) }),
    anyFile,
    allowNone,
    verbose,
    staged,
    quiet,
    cache,
  };
}
