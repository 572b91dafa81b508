import { ConfigResolver, type HouseChoice } from '../config/config-resolver.ts';
import type { Host } from '../host.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';
import type { Console } from '../terminal/console.ts';
import { describeConfiguration } from './configuration.ts';
import { describeHooks } from './hooks.ts';
import { describeInstallation } from './installation.ts';
import { NoteSurvey } from './notes.ts';
import { Problems } from './problems.ts';
import type { DoctorReport } from './report.ts';
import { doctorText } from './text.ts';

/** The options of `doctor`. */
export interface DoctorRequest extends HouseChoice {
  readonly notes: readonly string[];
  readonly report: 'pretty' | 'json';
  readonly verbose: boolean;
  readonly color?: boolean;
}

/** The version of the JSON report. */
const VERSION = 1;

/** Reports what copydesk makes of this folder. Errors of the configuration set the exit code, and the rest is reported. */
export async function runDoctor(request: DoctorRequest, host: Host, console: Console): Promise<void> {
  const report = await examine(request, host, console);
  if (request.report === 'json') {
    await host.print(`${JSON.stringify({ version: VERSION, ...report }, undefined, 2)}\n`);
    return;
  }
  const paint = await loadPaint(wantsColour({ isTTY: host.isTerminal(1) }, host.environment, request.color));
  await host.write(
    1,
    doctorText(report, { paint, messages: console.messages, width: host.screen?.columns }, request.verbose),
  );
}

async function examine(request: DoctorRequest, host: Host, console: Console): Promise<DoctorReport> {
  const problems = new Problems(console);
  const survey = new NoteSurvey(new ConfigResolver(request, 'house'), request, problems);
  await survey.look(request.notes);
  return {
    installation: describeInstallation(host),
    configurations: [...survey.projects].map((project) => describeConfiguration(project, request)),
    notes: survey.notes,
    skipped: survey.skipped,
    hooks: await describeHooks(host),
    problems: problems.all,
  };
}
