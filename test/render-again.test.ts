import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPost, render } from '../src/render.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const NOTES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.md'));
const HOUSES = ['abab', 'abab-zh', 'ap'];

/* A Markdown post does not say its language, so it is read with the house that has printed it. */
describe.each(HOUSES)('a Markdown post is a note for the house that prints it: %s', (name) => {
  test.each(NOTES)('%s', (file) => {
    const note = readFileSync(join(EXAMPLES, file), 'utf8');
    const house = readPost(note, { house: name }).post?.house;
    const post = render(note, { house: name }).text ?? '';
    for (const to of ['markdown', 'text'] as const) {
      expect(render(post, { house: house?.name ?? '', to }).text).toBe(render(note, { house: name, to }).text);
    }
  });
});

test('a house in another language reads an English post as one of its own', () => {
  const note = readFileSync(join(EXAMPLES, 'intelligence-explosion.md'), 'utf8');
  const post = render(note, { house: 'abab-zh' }).text ?? '';
  expect(post).toContain('\nSource: Public Information\n');
  expect(render(post, { house: 'abab-zh' }).text).toContain('\n来源：Public Information\n');
});
