import { count } from '../run/summary.ts';
import type { Paint } from '../terminal/colour.ts';
import { terminalSafe } from '../terminal/safe.ts';
import type {
  ConfigurationReport,
  DoctorReport,
  HookFileReport,
  HooksReport,
  InstallationReport,
  NoteReport,
  ProblemReport,
  Setting,
  SkipReport,
} from './report.ts';
import { originText, settingRow, table } from './table.ts';

/** How many lines of a list are printed without `--verbose`. */
const MOST_LINES = 20;

/** The report for a person. */
export function doctorText(report: DoctorReport, paint: Paint, isVerbose: boolean): string {
  const { installation, configurations, notes, skipped, hooks, problems } = report;
  const sections = [
    section(`copydesk ${installation.version}`, installationLines(installation), paint),
    ...(problems.length > 0 ? [section('Problems', problemLines(problems), paint)] : []),
    ...configurations.map((one) => configurationText(one, paint, false)),
    section('Notes', noteLines(notes, isVerbose), paint),
    ...(skipped.length > 0 ? [section('Skipped', skipLines(skipped, isVerbose), paint)] : []),
    section('Hooks', hookLines(hooks), paint),
  ];
  return sections.join('\n');
}

/** @param isWhole whether to print every value of the house, and not only those that files set. */
export function configurationText(report: ConfigurationReport, paint: Paint, isWhole: boolean): string {
  const { path, why, settings, dictionary, house } = report;
  const isOwn = ({ origin, name }: Setting) =>
    isWhole || origin.kind === 'file' || (name === 'extends' && path !== null);
  const own = house.settings.filter(isOwn);
  const rows = [
    ...settings.map(settingRow),
    ...(dictionary ? [['dictionary', count(dictionary.words, 'word'), dictionary.path]] : []),
    ...own.map(settingRow),
    ...house.templates.map((template) => ['template', template.replace(/^.*[/\\]/, ''), template]),
  ];
  return section(`${path ?? 'No configuration file'} (${why})`, table(rows), paint);
}

function section(title: string, lines: readonly string[], paint: Paint): string {
  return `${[paint.bold(terminalSafe(title)), ...lines].join('\n')}\n`;
}

function problemLines(problems: readonly ProblemReport[]): readonly string[] {
  return table(
    problems.map(({ path = '', line, message }) => [line === undefined ? path : `${path}:${line}`, message]),
  );
}

function installationLines({ node, platform, program, codeCache }: InstallationReport): readonly string[] {
  return table([
    ['Node', `${node}, ${platform}`],
    ['program', program],
    ['code cache', codeCache.folder === null ? codeCache.state : `${codeCache.folder}: ${codeCache.state}`],
  ]);
}

function noteLines(notes: readonly NoteReport[], isVerbose: boolean): readonly string[] {
  if (notes.length === 0) return ['  no notes found'];
  const rows = notes.map(({ path, house, language, why, origin }) => [
    path,
    `house ${house}`,
    `lang ${language}`,
    origin.kind === 'default' ? why : `${why} (${originText(origin)})`,
  ]);
  return shortened(rows, isVerbose);
}

/** A line for each reason, or for each file. */
function skipLines(skipped: readonly SkipReport[], isVerbose: boolean): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { path, why, origin } of skipped) {
    const reason = origin ? `${why} (${originText(origin)})` : why;
    groups.set(reason, [...(groups.get(reason) ?? []), path]);
  }
  const rows = [...groups].flatMap(([reason, paths]) => {
    if (isVerbose) return paths.map((path) => [path, reason]);
    const [first = '', ...others] = paths;
    return [[others.length === 0 ? first : `${first} and ${others.length} more`, reason]];
  });
  return shortened(rows, isVerbose);
}

function shortened(rows: readonly (readonly string[])[], isVerbose: boolean): readonly string[] {
  if (isVerbose || rows.length <= MOST_LINES) return table(rows);
  return [
    ...table(rows.slice(0, MOST_LINES)),
    `  ... and ${rows.length - MOST_LINES} more (use --verbose to show them)`,
  ];
}

function hookLines({ folder, isConfigured, files, runs }: HooksReport): readonly string[] {
  if (folder === null) return ['  no git repository, or git is not installed'];
  const origin = isConfigured ? 'core.hooksPath' : 'default';
  return [
    ...table([['folder', folder, origin], ...(runs === undefined ? [] : [['command', `copydesk ${runs} runs`, '']])]),
    ...(files.length === 0 ? ['  no hook runs copydesk'] : files.flatMap(hookFileLines)),
  ];
}

function hookFileLines({ path, manager, commands, problem, advice }: HookFileReport): readonly string[] {
  const state = problem === undefined ? 'git runs it' : `${problem}. ${advice ?? ''}`.trim();
  return [`${path} (${manager}): ${state}`, ...commands.map((line) => `  ${line}`)].map(
    (line) => `  ${terminalSafe(line)}`,
  );
}
