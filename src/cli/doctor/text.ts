import type { Messages } from '../messages/messages.ts';
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
  Origin,
  ProblemReport,
  Setting,
  SkipReport,
} from './report.ts';
import { originText, settingRow, table } from './table.ts';

/** How many lines of a list are printed without `--verbose`. */
const MOST_LINES = 20;

/** How a report is printed. */
export interface Manner {
  readonly paint: Paint;
  readonly messages: Messages;
  /** The columns of the terminal, if it is one. */
  readonly width?: number | undefined;
}

/** The report for a person. */
export function doctorText(report: DoctorReport, manner: Manner, isVerbose: boolean): string {
  const { installation, configurations, notes, skipped, hooks, problems } = report;
  const { messages } = manner;
  const { text } = messages;
  const sections = [
    section(`copydesk ${installation.version}`, installationLines(installation, manner), manner),
    ...(problems.length > 0 ? [section(text('Problems'), problemLines(problems, manner), manner)] : []),
    ...configurations.map((one) => configurationText(one, manner, false)),
    section(text('Notes'), noteLines(notes, manner, isVerbose), manner),
    ...(skipped.length > 0 ? [section(text('Skipped'), skipLines(skipped, manner, isVerbose), manner)] : []),
    section(text('Hooks'), hookLines(hooks, manner), manner),
  ];
  return sections.join('\n');
}

/** @param isWhole whether to print every value of the house, and not only those that files set. */
export function configurationText(report: ConfigurationReport, manner: Manner, isWhole: boolean): string {
  const { path, why, settings, dictionary, house } = report;
  const { messages } = manner;
  const { text } = messages;
  const isOwn = ({ origin, name }: Setting) =>
    isWhole || origin.kind === 'file' || (name === 'extends' && path !== null);
  const own = house.settings.filter(isOwn);
  const rows = [
    ...settings.map((setting) => settingRow(setting, messages)),
    ...(dictionary ? [[text('dictionary'), text(count(dictionary.words, 'word')), dictionary.path]] : []),
    ...own.map((setting) => settingRow(setting, messages)),
    ...house.templates.map((template) => [text('template'), template.replace(/^.*[/\\]/, ''), template]),
  ];
  return section(`${path ?? text('No configuration file')} (${text(why)})`, table(rows, manner.width), manner);
}

function section(title: string, lines: readonly string[], { paint }: Manner): string {
  return `${[paint.bold(terminalSafe(title)), ...lines].join('\n')}\n`;
}

function problemLines(problems: readonly ProblemReport[], { messages: { text }, width }: Manner): readonly string[] {
  return table(
    problems.map(({ path = '', line, message }) => [line === undefined ? path : `${path}:${line}`, text(message)]),
    width,
  );
}

function installationLines(
  { node, platform, program, codeCache: { folder, state } }: InstallationReport,
  { messages: { text }, width }: Manner,
): readonly string[] {
  // Of several bundles, each state has the names of its own in brackets.
  const states = state.replace(/(?<=^|\), )[^()]+(?= \()/g, text);
  const shown = states === state ? text(state) : states;
  const rows = [
    ['Node', `${node}, ${platform}`],
    [text('program'), program],
    [text('code cache'), folder === null ? shown : `${folder}: ${shown}`],
  ];
  return table(rows, width);
}

function noteLines(notes: readonly NoteReport[], manner: Manner, isVerbose: boolean): readonly string[] {
  const { messages } = manner;
  const { text } = messages;
  if (notes.length === 0) return [`  ${text('no notes found')}`];
  const rows = notes.map(({ path, house, language, why, origin }) => [
    path,
    text(`house ${house}`),
    text(`lang ${language}`),
    origin.kind === 'default' ? text(why) : withOrigin(why, origin, messages),
  ]);
  return shortened(rows, manner, isVerbose);
}

function withOrigin(why: string, origin: Origin, { text }: Messages): string {
  return `${text(why)} (${text(originText(origin))})`;
}

/** A line for each reason, or for each file. */
function skipLines(skipped: readonly SkipReport[], manner: Manner, isVerbose: boolean): readonly string[] {
  const { messages } = manner;
  const { text } = messages;
  const groups = new Map<string, string[]>();
  for (const { path, why, origin } of skipped) {
    const reason = origin ? withOrigin(why, origin, messages) : text(why);
    groups.set(reason, [...(groups.get(reason) ?? []), path]);
  }
  const rows = [...groups].flatMap(([reason, paths]) => {
    if (isVerbose) return paths.map((path) => [path, reason]);
    const [first = '', ...others] = paths;
    return [[others.length === 0 ? first : `${first} ${text(`and ${others.length} more`)}`, reason]];
  });
  return shortened(rows, manner, isVerbose);
}

function shortened(
  rows: readonly (readonly string[])[],
  { messages: { text }, width }: Manner,
  isVerbose: boolean,
): readonly string[] {
  if (isVerbose || rows.length <= MOST_LINES) return table(rows, width);
  const more = text(`... and ${rows.length - MOST_LINES} more (use --verbose to show them)`);
  return [...table(rows.slice(0, MOST_LINES), width), `  ${more}`];
}

function hookLines({ folder, isConfigured, files, runs }: HooksReport, { messages, width }: Manner): readonly string[] {
  const { text } = messages;
  if (folder === null) return [`  ${text('no git repository, or git is not installed')}`];
  const origin = isConfigured ? 'core.hooksPath' : text('default');
  return [
    ...table(
      [
        [text('folder'), folder, origin],
        ...(runs === undefined ? [] : [[text('command'), text(`copydesk ${runs} runs`), '']]),
      ],
      width,
    ),
    ...(files.length === 0
      ? [`  ${text('no hook runs copydesk')}`]
      : files.flatMap((file) => hookFileLines(file, messages))),
  ];
}

function hookFileLines(
  { path, manager, commands, problem, advice }: HookFileReport,
  { text, colon }: Messages,
): readonly string[] {
  const said = problem === undefined ? ['git runs it'] : [`${problem}.`, ...(advice === undefined ? [] : [advice])];
  const state = text(said.join(' '));
  return [`${path} (${manager})${colon}${state}`, ...commands.map((line) => `  ${line}`)].map(
    (line) => `  ${terminalSafe(line)}`,
  );
}
