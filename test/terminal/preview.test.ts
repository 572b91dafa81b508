import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { file, note } from '../cli/program.ts';
import { type Size, Terminal } from './tmux.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/intelligence-explosion.md');
const CHINESE = resolve(import.meta.dirname, '../../examples/longyu-harvest-share.md');

let open: Terminal | undefined;

function terminal(size: Size = {}, environment: Readonly<Record<string, string>> = {}): Terminal {
  open = new Terminal(size, environment);
  return open;
}

afterEach(() => {
  open?.close();
  open = undefined;
});

test('a long post is shown in less, and the prompt is back after q', async () => {
  const screen = terminal({ rows: 20 });
  await screen.run(`copydesk preview ${EXAMPLE}`);
  const first = await screen.until((shown) => /\n:$/.test(shown));
  expect(first).toContain("'Intelligence Explosion'");
  screen.type('G');
  await screen.until((shown) => shown.includes('(END)') && shown.includes('AI begins to train'));
  screen.press('q');
  await screen.until((shown) => /\n\$$/.test(shown));
  expect(screen.written).toContain('\u001b[1m');
  await screen.run('echo "code=$?"');
  await screen.until((shown) => shown.includes('code=0'));
});

test('less shows Chinese for a locale that is not installed', async () => {
  const screen = terminal({ rows: 12 }, { LANG: 'xx_XX.UTF-8', LC_ALL: '' });
  await screen.run(`copydesk preview ${CHINESE}`);
  const shown = await screen.until((one) => /\n:$/.test(one));
  expect(shown).toContain('垄语农业');
});

test('Ctrl-C belongs to less, which goes on', async () => {
  const screen = terminal({ rows: 12 });
  await screen.run(`copydesk preview ${EXAMPLE}`);
  await screen.until((shown) => /\n:$/.test(shown));
  screen.press('C-c');
  screen.type('G');
  await screen.until((shown) => shown.includes('(END)'));
  screen.press('q');
  await screen.run('echo "code=$?"');
  await screen.until((shown) => shown.includes('code=0'));
});

test('a short post is printed, and so is a long one with --no-pager', async () => {
  const screen = terminal({ rows: 24 });
  file(screen.folder, 'a.md', note());
  await screen.run('copydesk preview a.md; echo "code=$?"');
  await screen.until((shown) => shown.includes('code=0'));
  expect(screen.screen).toContain('Lab Opens');
  await screen.run(`copydesk preview --no-pager ${EXAMPLE}; echo "long=$?"`);
  await screen.until((shown) => shown.includes('long=0'));
});

test('PAGER is the pager, and one that is missing loses nothing', async () => {
  const screen = terminal({ rows: 10 }, { PAGER: 'tail -n 3 | sed s/^/paged:/' });
  await screen.run(`copydesk preview ${EXAMPLE}; echo "code=$?"`);
  const shown = await screen.until((one) => one.includes('code=0'));
  expect(shown.match(/^paged:/gm)).toHaveLength(3);
  screen.close();
  const other = terminal({ rows: 10 }, { PAGER: 'no-such-pager' });
  await other.run(`copydesk preview ${EXAMPLE}; echo "code=$?"`);
  await other.until((one) => one.includes('code=0'));
  expect(other.written).toContain('The starting point of');
});

test.each([
  [EXAMPLE, 'Intelligence'],
  [CHINESE, '垄语农业改变收费方式'],
])('on 20 columns nothing is cut off: %s', async (path, word) => {
  const screen = terminal({ columns: 20, rows: 50 }, { PAGER: 'cat' });
  await screen.run(`copydesk preview ${path}; echo "code=$?"`);
  await screen.until((shown) => shown.includes('code=0'));
  expect(screen.written.replace(/\u001b\[[\d;]*m|\s/g, '')).toContain(word);
});

test('links are links where the terminal has them, and URLs elsewhere', async () => {
  const text = note({ body: 'A [lab](https://lab.example/night) opened.' });
  const screen = terminal({}, { FORCE_HYPERLINK: '1' });
  file(screen.folder, 'a.md', text);
  await screen.run('copydesk preview a.md; echo "code=$?"');
  await screen.until((shown) => shown.includes('code=0'));
  expect(screen.written).toContain('\u001b]8;;https://lab.example/night\u001b\\');
  screen.close();
  const other = terminal({}, { FORCE_HYPERLINK: '0' });
  file(other.folder, 'a.md', text);
  await other.run('copydesk preview a.md; echo "code=$?"');
  const shown = await other.until((one) => one.includes('code=0'));
  expect(shown).toContain('A lab (https://lab.example/night) opened.');
});

test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('no escape sequences with %j', async (environment) => {
  const screen = terminal({}, { ...environment, FORCE_HYPERLINK: '1' });
  file(screen.folder, 'a.md', note({ body: 'A **lab** [opened](https://lab.example/).' }));
  await screen.run('copydesk preview a.md > /dev/tty; echo "code=$?"');
  await screen.until((shown) => shown.includes('code=0'));
  const [, post = ''] = screen.written.split('echo');
  expect(post).not.toMatch(/\u001b\[1m|\u001b\]8/);
});

test('in the locale C everything is ASCII', async () => {
  const screen = terminal({ rows: 60 }, { LC_ALL: 'C', PAGER: 'cat' });
  file(
    screen.folder,
    'a.md',
    note({ front: 'headline: “Lab” Opens — at Night…\nsource: 实验室', body: 'It cost €9 · more.' }),
  );
  await screen.run('copydesk preview a.md; echo "code=$?"');
  const shown = await screen.until((one) => one.includes('code=0'));
  expect(shown).toContain('"Lab" Opens - at Night...');
  expect(shown).toContain('Source: shi yan shi');
  expect(shown).toContain('ABAB News - Cognitive Laws');
  expect(screen.written).toMatch(/^[\0-\x7f]*$/);
});
