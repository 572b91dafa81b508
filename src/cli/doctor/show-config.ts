import { ConfigResolver, type HouseReplaces, type ProjectConfig } from '../config/config-resolver.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../messages/messages.ts';
import { findNotes } from '../run/find-notes.ts';
import type { ShowConfigRequest } from '../show-config.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';
import type { Console } from '../terminal/console.ts';
import { terminalSafe } from '../terminal/safe.ts';
import { describeConfiguration } from './configuration.ts';
import { Problems } from './problems.ts';
import { configurationText } from './text.ts';

/** The version of the JSON report. */
const VERSION = 1;

/** Prints each configuration of the notes that a request names, or that of the current folder. */
export async function showConfig(
  request: ShowConfigRequest,
  replaces: HouseReplaces,
  host: Host,
  console: Console,
): Promise<void> {
  const problems = new Problems(console);
  const configResolver = new ConfigResolver(request, replaces);
  const found = new Map<ProjectConfig, string[]>();
  for (const name of await namesOf(request, configResolver, problems, host)) {
    try {
      const project = await configResolver.of(name ?? 'note.md');
      found.set(project, [...(found.get(project) ?? []), ...(name === undefined ? [] : [name])]);
    } catch (error) {
      await problems.add(error);
    }
  }
  const reports = [...found].map(([project, notes]) => ({ notes, ...describeConfiguration(project, request) }));
  if (request.report === 'json') {
    const report = { version: VERSION, configurations: reports, problems: problems.all };
    await host.print(`${JSON.stringify(report, undefined, 2)}\n`);
    return;
  }
  const paint = await loadPaint(wantsColour({ isTTY: host.isTerminal(1) }, host.environment, request.color));
  const { messages } = console;
  const texts = reports.map(
    (report) =>
      `${headOf(report.notes, messages)}${configurationText(report, { paint, messages, width: host.screen?.columns }, true)}`,
  );
  await host.write(1, texts.join('\n'));
}

/** The names of notes; undefined for a note without a name in the current folder. */
async function namesOf(
  { notes, filesFrom, stdinFilepath }: ShowConfigRequest,
  configResolver: ConfigResolver,
  problems: Problems,
  host: Host,
): Promise<readonly (string | undefined)[]> {
  const search = { notes, anyFile: true, ...(filesFrom === undefined ? {} : { filesFrom }) };
  const { inputs, problems: failed } = await findNotes(search, { configResolver, host });
  for (const problem of failed) await problems.add(problem);
  return inputs.map(({ kind, path }) => (kind === 'file' ? path : stdinFilepath));
}

/** The notes with the configuration: one by name. */
function headOf([first, ...{ length: others }]: readonly string[], { text }: Messages): string {
  if (first === undefined) return '';
  if (others === 0) return `${terminalSafe(first)}\n`;
  return `${terminalSafe(text(others === 1 ? `${first} and 1 other note` : `${first} and ${others} other notes`))}\n`;
}
