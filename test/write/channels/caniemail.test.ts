import { caniemail } from 'caniemail';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { email } from '../../../src/write/channels/formats.ts';
import { article, house } from '../fixtures.ts';
import { chinese, english } from '../html/stories.ts';

/*
 * What mail programs do not support, by the data of caniemail.com. The dark colors are left out: programs that do not know
 * `@media` show the light ones.
 */
const IGNORED: Readonly<Record<string, string>> = {
  '<style> element': 'it has the dark colors only',
  '<body> element': 'its colors are also those of the block in it',
  'role attribute': 'screen readers then say that there is a table',
  'word-break': 'a word that is longer than the window is wider',
  'white-space': 'long lines of code do not wrap',
  'height property': 'the images have no height that it could change',
  'text-decoration': 'a link has a color, and struck-out words an element',
  'display:none': 'Gmail in the browser of a phone shows the dek twice',
};

const stories: readonly [string, Article, ReturnType<typeof house>][] = [
  ['English', english, house()],
  ['Chinese', { ...chinese, url: 'https://a.example/b' }, house('abab-zh')],
  ['Arabic', article({ lang: 'ar' }), house()],
];

describe.each(stories)('the HTML of an e-mail in %s', (_, story, desk) => {
  test.each([
    'gmail.*',
    'apple-mail.*',
    'outlook.*',
    'yahoo.*',
    'thunderbird.*',
    'samsung-email.*',
    'aol.*',
    'protonmail.*',
    'fastmail.*',
  ] as const)('needs nothing that %s lacks', async (clients) => {
    const { html = '' } = await PostalMime.parse(email.write(story, desk, {}));
    const light = html.replace(/@media[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}/, '');
    const { issues } = caniemail({ clients: [clients], html: light });
    const titles = new Set([...issues.errors.values()].flat().map(({ title }) => title));
    expect([...titles].filter((title) => !Object.hasOwn(IGNORED, title))).toEqual([]);
  });
});
