import { describe, expect, test } from 'vitest';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { escapeDiscord, fenced, safeInMarkdown } from '../../../src/write/channels/discord-escape.ts';
import { discord } from '../../../src/write/channels/formats.ts';
import { article, house, p, t } from '../fixtures.ts';
import { isDiscordMessage } from './discord-schema.ts';
import { readDiscord } from './read-discord.ts';

const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });
const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const del = (...tokens: Inline[]): Inline => ({ type: 'del', tokens });
const code = (text: string): Inline => ({ type: 'codespan', text });
const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });

interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
}

/** The embeds of a story, in messages that Discord accepts. */
function embeds(story: Article): readonly Embed[] {
  const { messages } = JSON.parse(discord.write(story, house(), {}));
  for (const message of messages) {
    isDiscordMessage(message);
    expect(isDiscordMessage.errors).toBeNull();
    expect(message.allowed_mentions).toEqual({ parse: [] });
  }
  return messages.flatMap((message: { embeds: Embed[] }) => message.embeds);
}

/** The description of a body. */
function description(...blocks: Block[]): string {
  const [first] = embeds(article({ body: blocks, source: [], insight: [], laws: [] }));
  return first?.description ?? '';
}

test('a story is one embed: a title, and a text with headings', () => {
  expect(embeds(article({ url: 'https://a.example/books' }))).toEqual([
    {
      title: 'Harbor Robotics Opens Its Books',
      url: 'https://a.example/books',
      description: [
        'Harbor Robotics published its first audited accounts on Tuesday.',
        'Source: Public Information',
        '### ABAB AI Insight\nThe filing ends eleven years of silence.',
        '### ABAB News · Cognitive Laws\nA company opens its books when the doors need money, not light.',
      ].join('\n\n'),
    },
  ]);
});

test('a headline that is too long for a title is bold text', () => {
  const headline = 'ab '.repeat(90).trim();
  const [first] = embeds(article({ headline }));
  expect(first?.title).toBeUndefined();
  expect(first?.description).toMatch(`**${headline}**\n\nHarbor`);
});

test('a long story is several messages', () => {
  const found = embeds(article({ body: Array.from({ length: 40 }, () => p('The lab opened_at night. '.repeat(10))) }));
  expect(found.length).toBeGreaterThan(2);
  expect(found.filter(({ title }) => title !== undefined)).toHaveLength(1);
});

describe('prose', () => {
  test.each<[string, Block, string]>([
    ['bold beside Han', p('公司', strong(t('发布')), '报告'), '公司**发布**报告'],
    [
      'all inline formatting',
      p(strong(t('a')), ' ', em(t('b')), ' ', del(t('c')), ' ', code('d')),
      '**a** *b* ~~c~~ `d`',
    ],
    ['bold and italic', p(strong(em(t('a')))), '***a***'],
    ['bold in bold', p(strong(t('a '), strong(t('b')))), '**a b**'],
    ['bold next to bold', p(strong(t('a')), strong(t('b'))), '**ab**'],
    ['bold next to italic', p(strong(t('a')), em(t('b'))), '**a**b'],
    ['italic at the end of bold', p(strong(t('a '), em(t('b')))), '**a b**'],
    ['italic inside bold', p(strong(t('a '), em(t('b')), t(' c'))), '**a *b* c**'],
    ['space inside bold', p('a', strong(t(' b ')), 'c'), 'a **b** c'],
    ['code in bold', p(strong(t('a '), code('b'), t(' c'))), '**a** `b` **c**'],
    ['struck-out tildes', p(del(t('3~5'))), '\\[struck out: 3\\~5\\]'],
    ['a link with brackets', p(link('https://a.example', t('a [b]'))), 'a \\[b\\] (<https://a.example>)'],
    [
      'a masked link',
      p('See ', link('https://a.example/r', t('the report')), '.'),
      'See [the report](https://a.example/r).',
    ],
    ['a URL', p('See ', link('https://a.example/r', t('https://a.example/r')), '.'), 'See <https://a.example/r>.'],
    [
      'a link whose words are another URL',
      p(link('https://a.example/r', t('https://b.example'))),
      'https\\://b.example (<https://a.example/r>)',
    ],
    ['a quotation', { type: 'blockquote', tokens: [p('a'), p('b')] }, '> a\n> \n> b'],
    ['code', { type: 'code', lang: 'js', text: 'a *b*\n\nc' }, '```js\na *b*\n\nc\n```'],
    ['code with a fence in it', { type: 'code', text: '```' }, '\\`\\`\\`'],
    [
      'lists',
      {
        type: 'list',
        ordered: false,
        loose: false,
        items: [
          {
            tokens: [
              p('a', { type: 'br' }, '- b'),
              { type: 'list', ordered: true, start: 3, loose: false, items: [{ tokens: [p('c')] }] },
            ],
          },
          { tokens: [p('d')] },
        ],
      },
      '- a\n  \\- b\n  3. c\n- d',
    ],
  ])('%s', (_, block, expected) => {
    expect(description(block)).toBe(expected);
  });
});

describe('what Discord would take for more than text', () => {
  test.each([
    '*a* **b** _c_ __d__ ~~e~~ `f` ||g||',
    '<@1> <@&1> <#1> <:a:1> <t:1> </a:1> <id:customize> <https://a.example>',
    '@everyone and @here',
    ':smile: and 10:30:45 and a:b',
    'https://a.example/a_b_c and http://a.example',
    '[a](https://a.example) and [b] (c) and ](d)',
    '# a\n## b\n-# c\n> d\n>>> e\n- f\n* g\n+ h\n1. i\n  - j',
    '¯\\_(ツ)_/¯ a\\b \\*',
    '🚀 👩‍🚀 © ™ 1️⃣',
    '```a```',
    '2028. is a year',
  ])('%s', (text) => {
    const read = readDiscord(escapeDiscord(text));
    expect(read.text).toBe(text);
    expect(read.formatting).toEqual([]);
  });
});

test('a heading that starts with the space of Chinese and a number sign keeps both', () => {
  const heading: Block = { type: 'heading', depth: 2, tokens: [t('\u3000 # b')] };
  const quoted = description({ type: 'blockquote', tokens: [p('a'), heading] });
  expect(readDiscord(quoted).text).toContain('# b');
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a``'],
  ['a``b', '`a``b`'],
])('code %s in a line', (text, expected) => {
  expect(fenced(text)).toBe(expected);
  expect(readDiscord(fenced(text)).formatting).toEqual([`inlineCode ${text}`]);
});

test('code with one and with two backticks is text', () => {
  expect(readDiscord(fenced('a``b`c'))).toMatchObject({ text: 'a``b`c', formatting: [] });
});

test.each([
  ['https://a.example/A_(b)', 'https://a.example/A_(b)'],
  ['https://a.example/x)', 'https://a.example/x%29'],
  ['https://a.example/*a*|`', 'https://a.example/%2Aa%2A%7C%60'],
  ['https://a.example/~a', 'https://a.example/~a'],
])('the URL %s', (url, expected) => {
  expect(safeInMarkdown(url)).toBe(expected);
  expect(readDiscord(`[a](${expected})`)).toMatchObject({ text: 'a', links: [expected] });
});
