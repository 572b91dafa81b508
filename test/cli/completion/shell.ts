import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '../../../src/cli/completion.ts';
import { copydesk } from '../program.ts';

/** Enough for a busy machine: a shell starts for each line. */
export const PATIENCE = 300_000;

/** A folder with notes and other files, and the completion script of a shell beside it. */
export interface Desk {
  readonly folder: string;
  readonly script: string;
}

export async function desk(shell: Shell): Promise<Desk> {
  const root = mkdtempSync(join(tmpdir(), 'copydesk-shell-'));
  const folder = join(root, 'desk');
  for (const name of ['notes', 'my notes', 'posts']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['port.md', 'wire.txt', 'story.yaml', 'my notes/a b.md', "my notes/it's.md", 'notes/lab.md'])
    writeFileSync(join(folder, name), '');
  const { stdout } = await copydesk(['completion', shell]);
  const script = join(root, `copydesk.${shell}`);
  writeFileSync(script, stdout);
  return { folder, script };
}

/** What a shell completes. `|` in a line is the cursor. */
export type Complete = (line: string) => readonly string[];

interface Expectation {
  readonly line: string;
  /** All of them, or some, and some that are not. */
  readonly all?: readonly string[];
  readonly some?: readonly string[];
  readonly not?: readonly string[];
}

/** A path with the slash that some shells add later, without backslashes. */
export function asPath(found: string, { folder }: Desk): string {
  const path = found.replace(/\\(.)/g, '$1');
  return !path.endsWith('/') && statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory()
    ? `${path}/`
    : path;
}

/** What every shell completes. */
export const EXPECTED: readonly Expectation[] = [
  {
    line: 'copydesk ',
    some: ['render', 'format', 'check', 'explain', 'doctor', 'completion', 'help'],
    not: ['port.md'],
  },
  { line: 'copydesk ren', all: ['render'] },
  { line: 'copydesk --v', all: ['--version'] },
  { line: 'copydesk render --to ma', all: ['markdown', 'mastodon'] },
  { line: 'copydesk render -t tele', all: ['telegram'] },
  { line: 'copydesk render --to=news', all: ['news-sitemap'] },
  { line: 'copydesk render --to x port.md --to al', all: ['all'] },
  { line: 'copydesk render --follow', all: ['--follow-up'] },
  { line: 'copydesk render --assets ', all: ['copy', 'link', 'leave'] },
  { line: 'copydesk render --parts headline,la', all: ['headline,laws'] },
  { line: 'copydesk render --house abab-', all: ['abab-zh'] },
  { line: 'copydesk render --house ', some: ['abab', 'ap', 'posts/'], not: ['port.md'] },
  { line: 'copydesk render -d p', all: ['posts/'] },
  { line: 'copydesk render --template w', all: ['wire.txt'] },
  { line: 'copydesk render --width ', not: ['port.md', 'markdown'] },
  { line: 'copydesk render p', all: ['port.md', 'posts/'] },
  { line: 'copydesk render w', all: [] },
  { line: 'copydesk render -d w', all: [] },
  { line: 'copydesk render notes/', all: ['notes/lab.md'] },
  { line: 'copydesk render --fragment port.md s', all: ['story.yaml'] },
  { line: 'copydesk format -- p', all: ['port.md', 'posts/'] },
  { line: 'copydesk check --report j', all: ['json', 'jsonl', 'junit'] },
  { line: 'copydesk check --fail-on ', all: ['error', 'warning'] },
  { line: 'copydesk check --rule percent,repeated-', some: ['percent,repeated-word'] },
  { line: 'copydesk explain serial', all: ['serial-comma'] },
  { line: 'copydesk explain percent ', not: ['percent', 'port.md'] },
  { line: 'copydesk correct p', all: ['port.md', 'posts/'] },
  { line: 'copydesk correct port.md p', not: ['port.md'] },
  { line: 'copydesk init --hook hu', all: ['husky'] },
  { line: 'copydesk completion ', all: ['bash', 'fish', 'powershell', 'zsh'] },
  { line: 'copydesk help wi', all: ['withdraw'] },
];

/** The completions of a line that are not as expected, with the line. Empty if all are. */
export function surprises(complete: Complete): readonly unknown[] {
  return EXPECTED.flatMap(({ line, all, some = [], not = [] }) => {
    const found = [...complete(line)].sort();
    const isRight = all
      ? JSON.stringify(found) === JSON.stringify([...all].sort())
      : some.every((one) => found.includes(one)) && !not.some((one) => found.includes(one));
    return isRight ? [] : [{ line, found: found.slice(0, 20) }];
  });
}
