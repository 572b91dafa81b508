import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Terminal } from './tmux.ts';

let open: Terminal | undefined;

function terminal(environment: Readonly<Record<string, string>> = {}): Terminal {
  open = new Terminal({}, environment);
  return open;
}

afterEach(() => {
  open?.close();
  open = undefined;
});

test('asks for the headline and the language, and prints only the path to stdout', async () => {
  const screen = terminal();
  await screen.run('copydesk new > path; echo "code=$?"');
  await screen.until((shown) => shown.includes('What is the headline?'));
  screen.press('Enter');
  await screen.until((shown) => shown.includes('the headline is empty'));
  screen.type("Lab Opens: 'Night'");
  screen.press('Enter');
  await screen.until((shown) => shown.includes('Which language'));
  screen.press('Down');
  screen.press('Enter');
  await screen.until((shown) => shown.includes('code=0'));
  expect(readFileSync(join(screen.folder, 'path'), 'utf8')).toBe('lab-opens-night.md\n');
  expect(readFileSync(join(screen.folder, 'lab-opens-night.md'), 'utf8')).toMatch(
    /^---\nheadline: "Lab Opens: 'Night'"\n[\s\S]*\nlang: zh\n---\n/,
  );
});

test('offers Chinese first for a Chinese headline', async () => {
  const screen = terminal();
  await screen.run('copydesk new; echo "code=$?"');
  await screen.until((shown) => shown.includes('What is the headline?'));
  screen.type('实验室夜间开放');
  screen.press('Enter');
  await screen.until((shown) => shown.includes('● 中文'));
  screen.press('Enter');
  await screen.until((shown) => shown.includes('code=0'));
  expect(readFileSync(join(screen.folder, '实验室夜间开放.md'), 'utf8')).toContain('\nlang: zh\n');
});

test('asks in ASCII in a locale without UTF-8', async () => {
  const screen = terminal({ LC_ALL: 'C' });
  writeFileSync(join(screen.folder, 'copydesk.yaml'), 'messages: zh\n');
  await screen.run('copydesk new; echo "code=$?"');
  await screen.until((shown) => shown.includes('biao ti'));
  screen.press('Enter');
  await screen.until((shown) => shown.includes('shi kong de'));
  screen.type('Lab Opens');
  screen.press('Enter');
  await screen.until((shown) => shown.includes('> English'));
  screen.press('Down');
  await screen.until((shown) => shown.includes('> zhong wen'));
  screen.press('Enter');
  await screen.until((shown) => shown.includes('code=0'));
  expect(screen.written).toMatch(/^[\0-\x7f]*$/);
});

test('Ctrl-C at a question writes nothing, and leaves the terminal as it was', async () => {
  const screen = terminal();
  await screen.run('copydesk new; echo "code=$?"');
  await screen.until((shown) => shown.includes('What is the headline?'));
  screen.type('Lab');
  screen.press('C-c');
  await screen.until((shown) => shown.includes('code=130'));
  await screen.run('echo it"s"fine');
  await screen.until((shown) => shown.includes('itsfine'));
  expect(readdirSync(screen.folder).filter((name) => name.endsWith('.md'))).toEqual([]);
});

test('does not ask if nobody can answer', async () => {
  const screen = terminal();
  await screen.run('copydesk new < /dev/null; echo "code=$?"');
  await screen.until((shown) => shown.includes('code=2'));
  expect(screen.screen).toContain('no headline given');
});

test('takes a pasted text until Ctrl-D', async () => {
  const screen = terminal();
  await screen.run('copydesk new "Lab Opens" --from -; echo "code=$?"');
  await screen.until((shown) => shown.includes('Paste the text'));
  screen.type('A lab opened.');
  screen.press('Enter');
  screen.press('C-d');
  await screen.until((shown) => shown.includes('code=0'));
  expect(existsSync(join(screen.folder, 'sources/lab-opens.txt'))).toBe(true);
  expect(readFileSync(join(screen.folder, 'lab-opens.md'), 'utf8')).toContain('\nA lab opened.\n');
});
