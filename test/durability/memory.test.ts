import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { note } from '../cli/program.ts';
import { Place } from './program.ts';

/* A run keeps next to nothing of a note that it is done with. Each list of a note once cost it four patterns. */

const COUNT = 10_000;
/** In MiB. Half of it is the program; a kilobyte that is left of each note would fill the rest. */
const HEAP = 24;

let place: Place;

beforeAll(() => {
  place = new Place();
  mkdirSync(join(place.dir, 'notes'));
  const body = 'The lab opened a *second* hall.\n\n- It sorts.\n- It sells.\n\n1. It shares.\n\n> - It lends.';
  const text = note({ front: 'headline: A Hall Opens\nsource: The Lab', body });
  for (let at = 0; at < COUNT; at++) writeFileSync(join(place.dir, 'notes', `${at}.md`), text);
});
afterAll(() => place.remove());

test('format --check of 10,000 notes needs little memory', async () => {
  const args = ['format', '--check', '--no-cache', '--jobs', '1', 'notes'];
  const { code, stderr } = await place.run(args, [`--max-old-space-size=${HEAP}`]).ended;
  expect(stderr).toMatch(/^10000 notes checked: /);
  expect(code).toBeLessThan(2);
});
