import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Notes, Place } from './program.ts';

let place: Place;

beforeAll(() => {
  place = new Place();
});
afterAll(() => place.remove());

test('two runs on the same hundred notes lose nothing, and format all of them', async () => {
  const notes = await Notes.write(join(place.dir, 'notes'), 100, 3);
  for (let round = 0; round < 3; round++) {
    notes.reset();
    const both = await Promise.all([1, 2].map(() => place.start(['--write', 'notes']).ended));
    expect(notes.look()).toEqual({ old: 0, new: 100, torn: [], strange: [] });
    for (const { code, stderr } of both) {
      // Who comes second to a note in the same moment says so.
      expect([0, 2]).toContain(code);
      const errors = stderr.match(/^error: .*/gm) ?? [];
      expect(errors.filter((line) => !/changed after it was read|removed the temporary file/.test(line))).toEqual([]);
      if (code === 0) expect(errors).toEqual([]);
    }
  }
});

test('a note that changes after it was read is not overwritten', async () => {
  const notes = await Notes.write(join(place.dir, 'one'), 3, 1);
  const [name = ''] = notes.names;
  const path = join(notes.folder, name);
  // An editor that saves in the moment in which the program opens its temporary file.
  const editor = join(place.dir, 'editor.cjs');
  writeFileSync(
    editor,
    `const { appendFileSync, promises } = require('node:fs');
const open = promises.open;
let saved = false;
promises.open = (path, ...rest) => {
  if (!saved && /\\.copydesk-.*\\.tmp$/.test(path)) {
    saved = true;
    appendFileSync(${JSON.stringify(path)}, 'A sentence more.\\n');
  }
  return open(path, ...rest);
};
`,
  );
  const before = readFileSync(path, 'utf8');
  const { code, stderr } = await place.start(['--write', 'one'], editor).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^error: '.*${name}' changed after it was read`, 'm'));
  expect(readFileSync(path, 'utf8')).toBe(`${before}A sentence more.\n`);
  expect(notes.look()).toEqual({ old: 0, new: 2, torn: [name], strange: [] });
});
