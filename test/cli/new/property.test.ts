import { readFileSync, realpathSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/exit.ts';
import { headlineOf } from '../../../src/cli/new/headline.ts';
import { materialOf } from '../../../src/cli/new/material.ts';
import { noteSkeleton } from '../../../src/cli/new/skeleton.ts';
import { slugOf } from '../../../src/cli/new/slug.ts';
import { readStory } from '../../../src/cli/preview/story.ts';
import { format } from '../../../src/format.ts';
import { shippedHouses } from '../../../src/house/resolve.ts';
import type { House } from '../../../src/model/house.ts';
import { copydesk, folder } from '../program.ts';

const HOSTILE = [
  '- a',
  '# b',
  'key: value',
  '{a: b}',
  '[x]',
  '&anchor',
  '*alias',
  '!tag',
  '| pipe',
  '> quote',
  '% directive',
  '@at',
  '`code`',
  '"double"',
  "'single'",
  "it's 'so'",
  'a #b',
  'yes',
  'null',
  '2026-05-07',
  '1e3',
  '~',
  '---',
  '...',
  '<!-- x -->',
  'back\\slash',
  '实验室：夜间开放',
  '“引号”',
  '👩‍🔬 at 🌙',
  'ﬁ ﬀ',
  'é\u0301',
  'tab\tnew\nline',
  'x'.repeat(300),
];

const headlines = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '))
  .filter((text) => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text.replace(/\s/g, '')) && text.trim() !== '');

const houses = fc.constantFrom(...shippedHouses().values());

/** A note that is written by the program reads back with the same headline, and is formatted. */
async function expectNote(text: string, headline: string, house: House): Promise<void> {
  const read = readStory(text, 'note.md', house);
  expect('story' in read && read.story.article.headline.replace(/\s/g, '')).toBe(typed(headline, house, text));
  expect((await format(text, { house })).text).toBe(text);
}

/** The headline in the typography of the house, by another way. */
function typed(headline: string, house: House, text: string): string {
  const plain = readStory(text, 'note.md', { ...house, typography: KEEP, translations: new Map() });
  expect('story' in plain && plain.story.article.headline).toBe(headline);
  const set = readStory(`---\nheadline: ${JSON.stringify(headline)}\n---\n`, 'note.md', house);
  return 'story' in set ? set.story.article.headline.replace(/\s/g, '') : '';
}

const KEEP: House['typography'] = {
  quotes: 'keep',
  dashes: 'keep',
  ellipsis: 'keep',
  dots: 'keep',
  spaces: 'keep',
  han: 'keep',
};

test('any headline reads back as it was given', async () => {
  await fc.assert(
    fc.asyncProperty(headlines, houses, async (given, house) => {
      const headline = headlineOf(given);
      const { text = '' } = await format(noteSkeleton({ headline }, house), { house });
      await expectNote(text, headline, house);
    }),
    { numRuns: 300 },
  );
});

test('a file name of any headline is safe on every disk', async () => {
  await fc.assert(
    fc.asyncProperty(headlines, fc.constantFrom('keep', 'latin'), async (headline, slug) => {
      const name = await slugOf(headline, { slug });
      expect(name).toMatch(
        slug === 'latin' ? /^[a-z0-9]+(?:-[a-z0-9]+)*$/ : /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u,
      );
      expect(name).toBe(name.normalize('NFC'));
      expect(Buffer.byteLength(`${name}.md`)).toBeLessThanOrEqual(255);
    }),
    { numRuns: 500 },
  );
});

const wire = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE, '', '## Insight', 'Source: X', '[^1]: note', '1. one', '***'), fc.lorem()),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '');

test('any text of a source becomes one body, with its words, and reads back', async () => {
  await fc.assert(
    fc.asyncProperty(wire, fc.constantFrom('wire.txt', 'wire.md'), houses, async (given, name, house) => {
      const markdown = bodyOf(given, name, house);
      // Markdown may be a comment, a definition or a rule alone.
      if (name === 'wire.txt') expect(markdown).toBeDefined();
      if (markdown === undefined) return;
      const note = noteSkeleton({ headline: 'A', material: { markdown, path: 'wire.txt' } }, house);
      const { text = '' } = await format(note, { house });
      expect((await format(text, { house })).text).toBe(text);
      const read = readStory(text, 'note.md', house);
      if (!('story' in read)) throw new Error('not read');
      expect(read.story.article.sections).toEqual([]);
      expect(read.story.article.insight).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** Undefined if the text has no words. */
function bodyOf(given: string, name: string, house: House): string | undefined {
  try {
    return materialOf(given, name, house).markdown;
  } catch (error) {
    if (error instanceof UsageError && error.message.includes('contains no text')) return undefined;
    throw error;
  }
}

const home = process.cwd();
beforeEach(() => process.chdir(realpathSync(folder())));
afterEach(() => process.chdir(home));

test.each(HOSTILE.filter((text) => !/[\t\n]/.test(text)))('new %j', async (headline) => {
  const { code, stdout } = await copydesk(['new', '--', headline]);
  expect(code).toBe(0);
  const path = stdout.trim();
  const { house } = { house: [...shippedHouses().values()].find(({ name }) => name === 'abab') as House };
  await expectNote(readFileSync(path, 'utf8'), headline, house);
});
