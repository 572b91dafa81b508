import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { note } from '../cli/program.ts';
import { Place } from './program.ts';

let place: Place;
beforeAll(() => {
  place = new Place();
});
afterAll(() => place.remove());

test('make settles: an unchanged post is newer than its note', () => {
  const program = `${process.execPath} ${place.bin}`;
  const rules = ['all: a.html out/a.txt', 'a.html: a.md', `\t${program} render $< -o $@`, 'out/a.txt: a.md'];
  const path = join(place.dir, 'a.md');
  writeFileSync(path, note());
  writeFileSync(join(place.dir, 'Makefile'), `${[...rules, `\t${program} render $< --to text -d out`].join('\n')}\n`);
  const make = () => execFileSync('make', { cwd: place.dir, encoding: 'utf8' });
  expect(make()).toMatch(/render a\.md/);
  expect(make()).toMatch(/Nothing to be done/);
  for (const ahead of [0, 2000]) {
    const time = Date.now() + ahead;
    utimesSync(path, new Date(time), new Date(time));
    expect(make()).toMatch(/render a\.md -o a\.html\n.*render a\.md --to text/);
    expect(make()).toMatch(/Nothing to be done/);
  }
});
