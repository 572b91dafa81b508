import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { copydesk, file, folder } from '../../cli/program.ts';
import type { Entry } from './entry.ts';
import type { Scenario } from './scenarios.ts';

/** The first line of a message: perhaps a position, a severity, the message, and perhaps the id of a rule. */
const MESSAGE = /^(?:\S.*?:\d+:\d+: )?(error|warning): (.*?)(?: \[([\w-]+)\])?$/;
/** A line of advice. A frame starts with `>` or with the number of a line. */
const ADVICE = /^ {2}(?! *\d+ \|)(?![-+] )(\S.*)$/;

/** Runs a command in a folder of its own, and returns the messages that it prints on stderr. */
export async function entriesOfScenario({ args, files = {}, stdin, shows, git }: Scenario): Promise<readonly Entry[]> {
  const home = process.cwd();
  const root = realpathSync(folder());
  for (const [name, content] of Object.entries(files)) file(root, name, content);
  if (git) execFileSync('git', ['init', '--quiet'], { cwd: root });
  process.chdir(root);
  try {
    const { stderr, stdout } = await copydesk(args.split(' '), stdin === undefined ? {} : { stdin });
    const shown = shows === undefined ? undefined : files[shows];
    const example = typeof shown === 'string' ? shown : `copydesk ${args}`;
    const group = shows?.replace('house/', '') ?? args.split(' ')[0] ?? '';
    return entriesIn(`${stdout}\n${stderr}`.replaceAll(root, '/newsroom'), example, group);
  } finally {
    process.chdir(home);
  }
}

function entriesIn(output: string, example: string, group: string): readonly Entry[] {
  const entries: Entry[] = [];
  let advice: string[] | undefined;
  for (const line of output.split('\n')) {
    const [, severity, message, rule] = MESSAGE.exec(line) ?? [];
    if (severity !== undefined && message !== undefined) {
      advice = [];
      const lines = advice;
      entries.push({
        rule,
        severity,
        message,
        get advice() {
          return lines.length === 0 ? undefined : lines.join('\n');
        },
        example,
        group,
      });
    } else {
      const [, said] = ADVICE.exec(line) ?? [];
      if (said !== undefined) advice?.push(said);
    }
  }
  return entries;
}
