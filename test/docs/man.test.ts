import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { createProgram } from '../../src/cli/program.ts';
import { manPage } from './man/page.ts';
import { root } from './session.ts';

/* man/copydesk.1 is made from the commands. UPDATE=1 writes it. */
const path = join(root, 'man/copydesk.1');

/** The table of the README. */
function exitCodes(): readonly (readonly [string, string])[] {
  const [, section = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('## Exit codes\n');
  const rows = [...section.matchAll(/^\| (\d[^|]*?) +\| (.*?) +\|$/gm)];
  return rows.map(([, code = '', meaning = '']) => [code, meaning.replaceAll('`', '')]);
}

test('the man page describes every command and option', async () => {
  const page = await manPage(
    createProgram(() => Promise.resolve()),
    exitCodes(),
  );
  if (process.env.UPDATE) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
  expect(exitCodes().length).toBeGreaterThan(4);
  for (const name of Object.keys(COMMANDS)) expect(page).toContain(`.SS "copydesk ${name} `);
});

test('npm links the man page', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({
    man: ['./man/copydesk.1'],
    files: expect.arrayContaining(['man']),
  });
});
