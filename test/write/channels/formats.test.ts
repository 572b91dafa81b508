import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { bluesky, linkedin, mastodon, telegram, x } from '../../../src/write/channels/formats.ts';
import { BLUESKY } from '../../../src/write/channels/limits/bluesky.ts';
import { DISCORD } from '../../../src/write/channels/limits/discord.ts';
import { EMAIL } from '../../../src/write/channels/limits/email.ts';
import { LINKEDIN } from '../../../src/write/channels/limits/linkedin.ts';
import { MASTODON } from '../../../src/write/channels/limits/mastodon.ts';
import { SLACK } from '../../../src/write/channels/limits/slack.ts';
import { TELEGRAM } from '../../../src/write/channels/limits/telegram.ts';
import { WECHAT } from '../../../src/write/channels/limits/wechat.ts';
import { X } from '../../../src/write/channels/limits/x.ts';
import { article, house, p, t } from '../fixtures.ts';

const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });
const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });
const report = link('https://a.example/r', t('the report'));

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const body = (...blocks: Block[]): Article => article({ body: blocks });
const messages = (story: Article): { text: string; entities: Entity[] }[] =>
  JSON.parse(telegram.write(story, house(), {})).messages;
const posts = (format: typeof x | typeof mastodon, story: Article, desk = house()): string[] =>
  JSON.parse(format.write(story, desk, {})).posts;

/** The formatting of the first message of a story with this body: `type text`. */
function formatting(...blocks: Block[]): readonly string[] {
  const [message] = messages(body(...blocks));
  return (message?.entities ?? [])
    .filter(({ offset }) => offset > article().headline.length)
    .map(({ type, offset, length }) => `${type} ${message?.text.slice(offset, offset + length)}`)
    .filter((one) => !/ABAB/.test(one));
}

describe('telegram', () => {
  test('a story is one message with a bold headline and bold labels', () => {
    const [message, ...more] = messages(article());
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      [
        'Harbor Robotics Opens Its Books',
        'Harbor Robotics published its first audited accounts on Tuesday.',
        'Source: Public Information',
        'ABAB AI Insight',
        'The filing ends eleven years of silence.',
        'ABAB News · Cognitive Laws',
        'A company opens its books when the doors need money, not light.',
      ].join('\n\n'),
    );
    const bold = message?.entities.map(({ type, offset, length }) => [
      type,
      message.text.slice(offset, offset + length),
    ]);
    expect(bold).toEqual([
      ['bold', 'Harbor Robotics Opens Its Books'],
      ['bold', 'ABAB AI Insight'],
      ['bold', 'ABAB News · Cognitive Laws'],
    ]);
  });
  test.each<[string, Block, readonly string[]]>([
    ['bold beside Han', p('公司', strong(t('发布')), '报告'), ['bold 发布']],
    ['formatting after an emoji', p('🚀 ', em(t('up'))), ['italic up']],
    ['nested formatting', p(strong(t('a '), em(t('b')))), ['bold a b', 'italic b']],
    ['bold in bold', p(strong(t('a '), strong(t('b')))), ['bold a b']],
    ['code in bold', p(strong(t('a '), { type: 'codespan', text: 'b' }, t(' c'))), ['bold a ', 'code b', 'bold  c']],
    ['code in a link', p(link('https://a.example', { type: 'codespan', text: 'b' })), ['text_link b']],
    ['code', { type: 'code', lang: 'js', text: 'a\n\n\nb' }, ['pre a\n\n\nb']],
    ['struck-out words', p({ type: 'del', tokens: [t('a')] }), ['strikethrough a']],
    ['a quotation', { type: 'blockquote', tokens: [p('a'), p('b')] }, ['blockquote a\n\nb']],
    ['an unsafe link', p(link('javascript:alert(1)', t('a'))), []],
    ['what looks like a tag', p('<b>a</b> &amp;'), []],
  ])('%s', (_, block, expected) => {
    expect(formatting(block)).toEqual(expected);
  });
  test('a link is an entity with its URL', () => {
    const [message] = messages(body(p('See ', report, '.')));
    expect(message?.text).toContain('See the report.');
    expect(message?.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://a.example/r' }),
    );
  });

  test('the URL of an image in a link is text', () => {
    const image: Inline = { type: 'image', href: 'https://a.example/i.png', text: 'A crane' };
    const printed = 'Image: A crane (https://a.example/i.png)';
    expect(formatting(p(link('https://a.example/r', image)))).toEqual([`text_link ${printed}`]);
    expect(posts(x, body(p(link('https://a.example/r', image)))).join()).toContain(`${printed} (https://a.example/r)`);
  });

  test('a relative link starts from the URL of the story, and is text without one', () => {
    const related = p('See ', link('/r?a=1', t('more')), '.');
    expect(JSON.stringify(messages({ ...body(related), url: 'https://a.example/b' }))).toContain(
      'https://a.example/r?a=1',
    );
    expect(messages(body(related))[0]?.text).toContain('See more (/r?a=1).');
    expect(messages(body(p('Write to ', link('mailto:a@b.example', t('us')))))[0]?.text).toContain('us (a@b.example)');
  });
  test('what looks like markup is printed as it is', () => {
    expect(messages(body(p('a <b>c</b> &amp; R&D')))[0]?.text).toContain('a <b>c</b> &amp; R&D');
  });
  test('a message has at most 100 entities', () => {
    const many = Array.from({ length: 150 }, () => [strong(t('a')), t(' b. ')]).flat();
    const found = messages(body(p(...many)));
    expect(found.length).toBe(2);
    for (const { entities } of found) expect(entities.length).toBeLessThanOrEqual(TELEGRAM.entities.max);
  });
  test('lists, tables, footnotes and line breaks are lines', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      loose: false,
      items: [
        { tokens: [p('a'), { type: 'list', ordered: true, loose: false, items: [{ tokens: [p('b')] }] }] },
        { checked: true, tokens: [p('c')] },
      ],
    };
    const cells = (...words: string[]) => words.map((word) => ({ tokens: [t(word)] }));
    const table: Block = {
      type: 'table',
      align: [null, null],
      header: cells('H', 'I'),
      rows: [cells('1', '2'), cells('3', '')],
    };
    const [message] = messages({
      ...body(list, table, p('x', { type: 'br' }, 'y', { type: 'footnote', label: 'n' })),
      footnotes: [{ label: 'n', prose: [p('A note.')] }],
    });
    expect(message?.text).toContain('• a\n  1. b\n• [x] c\n\nH: 1\nI: 2\n\nH: 3\n\nx\ny[1]');
    expect(message?.text).toMatch(/Notes\n\n\[1\] A note\.$/);
  });
});

describe('x and mastodon', () => {
  test('a link prints its URL after its words, and once', () => {
    for (const format of [x, mastodon]) {
      expect(posts(format, body(p('See ', report, '.'))).join('\n')).toContain('See the report (https://a.example/r).');
      const bare = p('See ', link('https://a.example/r', t('https://a.example/r')), '.');
      expect(posts(format, body(bare)).join('\n')).toContain('See https://a.example/r.');
    }
  });
  test('a host outside ASCII is printed as programs read it', () => {
    const url = 'https://新闻.example/港口';
    const ascii = 'https://xn--efvy88h.example/%E6%B8%AF%E5%8F%A3';
    const story = body(p(link(url, t(url)), ' and ', link(url, t('more'))));
    expect(posts(x, story)[0]).toContain(`${ascii} and more (${ascii})`);
    expect(
      messages(story)[0]
        ?.entities.map((one) => one.url)
        .filter(Boolean),
    ).toEqual([ascii, ascii]);
    expect(x.write({ ...story, url }, house(), { link: true })).toContain(ascii);
  });
  test('a URL that readers would not find is printed encoded', () => {
    const address = 'https://a.example/北京';
    const text = posts(x, body(p('见 ', link(address, t(address)), '。'))).join('\n');
    expect(text).toContain('见 https://a.example/%E5%8C%97%E4%BA%AC。');
  });
  test('Chinese has full-width brackets', () => {
    const zh = house('abab-zh', { labels: { ...house().labels, open: '（', close: '）' } });
    expect(posts(x, body(p('见', report, '。')), zh).join('')).toContain('见the report（https://a.example/r）。');
  });
  test('a URL that does not fit is refused, with its length', () => {
    const url = `https://a.example/${'a'.repeat(400)}`;
    const long = body(p('See ', link(url, t(url))));
    expect(() => x.write(long, house(), {})).toThrow('x: a URL of 418 characters does not fit into a post');
    expect(posts(mastodon, long).join('\n')).toContain(url);
  });
});

describe('bluesky', () => {
  const records = (story: Article) => JSON.parse(bluesky.write(story, house(), {})).posts;
  test('a link is a facet by bytes', () => {
    const [record] = records(body(p('公司 🚀 sees ', report, '.')));
    const [{ index, features }] = record.facets;
    expect(Buffer.from(record.text).subarray(index.byteStart, index.byteEnd).toString()).toBe('the report');
    expect(features).toEqual([{ $type: 'app.bsky.richtext.facet#link', uri: 'https://a.example/r' }]);
  });
  test('every record has the language, and the first one the topics that fit', () => {
    const topics = ['robots', 'x'.repeat(65), ...'abcdefghij'];
    const [first, ...others] = records({ ...body(p('Long. '.repeat(90))), topics, lang: 'en-GB' });
    expect(first).toMatchObject({ $type: 'app.bsky.feed.post', langs: ['en-GB'], tags: ['robots', ...'abcdefg'] });
    expect(first.tags).toHaveLength(BLUESKY.tags.max);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toMatchObject({ langs: ['en-GB'] });
    for (const other of others) expect(other.tags).toBeUndefined();
  });
});

describe('linkedin', () => {
  test('reserved characters are escaped', () => {
    const post = linkedin.write(body(p('a (b) [c] {d} <e> f_g *h* ~i~ #j @k | \\')), house(), {});
    expect(post).toContain('a \\(b\\) \\[c\\] \\{d\\} \\<e\\> f\\_g \\*h\\* \\~i\\~ \\#j \\@k \\| \\\\');
  });
  test('a story that is too long is refused, with the number of characters', () => {
    const { length } = linkedin.write(article(), house(), {}).trimEnd();
    const { body: [first] = [] } = article();
    const long = (by: number): Article =>
      article({ body: [first ?? p(''), p('x'.repeat(LINKEDIN.characters.max - length - 2 + by))] });
    expect(linkedin.write(long(0), house(), {})).toHaveLength(LINKEDIN.characters.max + 1);
    expect(() => linkedin.write(long(1), house(), {})).toThrow('linkedin: 1 character over 3,000');
    expect(() => linkedin.write(long(1214), house(), {})).toThrow('linkedin: 1,214 characters over 3,000');
  });
});

test('every limit has the page that says so, and the documentation links to it', () => {
  const page = readFileSync('docs/channels.md', 'utf8');
  for (const { checked, ...limits } of [TELEGRAM, X, BLUESKY, MASTODON, LINKEDIN, SLACK, DISCORD, WECHAT, EMAIL]) {
    expect(checked).toMatch(/^\d{4}-\d\d$/);
    for (const { max, reference } of Object.values(limits)) {
      expect(max).toBeGreaterThan(0);
      expect(page).toContain(`](${reference})`);
    }
  }
});
