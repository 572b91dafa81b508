import { describe, expect, test } from 'vitest';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { slack } from '../../../src/write/channels/formats.ts';
import { SLACK } from '../../../src/write/channels/limits/slack.ts';
import { UnprintableError } from '../../../src/write/unprintable.ts';
import { article, house, p, t } from '../fixtures.ts';
import { isSlackMessage } from './slack-schema.ts';

const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });
const item = (...tokens: Block[]) => ({ tokens });
const list = (ordered: boolean, start: number | undefined, ...items: ReturnType<typeof item>[]): Block => ({
  type: 'list',
  ordered,
  loose: false,
  items,
  ...(start === undefined ? {} : { start }),
});

/** A message, which Slack accepts. */
function message(story: Article) {
  const found = JSON.parse(slack.write(story, house(), {}));
  isSlackMessage(found);
  expect(isSlackMessage.errors).toBeNull();
  return found;
}

function adviceFor(write: () => string): string | undefined {
  try {
    write();
  } catch (error) {
    if (error instanceof UnprintableError) return error.advice;
    throw error;
  }
  return undefined;
}

/** The elements of the body, in front of the source. */
function elements(...blocks: Block[]): readonly Record<string, unknown>[] {
  return message(article({ body: blocks, source: [] })).blocks[1].elements;
}

const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const section = (...words: object[]) => ({ type: 'rich_text_section', elements: words });

test('a story is a header, and a block for the body and for each label', () => {
  expect(message(article())).toEqual({
    text: 'Harbor Robotics Opens Its Books',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Harbor Robotics Opens Its Books', emoji: false } },
      {
        type: 'rich_text',
        elements: [
          section(
            text('Harbor Robotics published its first audited accounts on Tuesday.\n\nSource: Public Information'),
          ),
        ],
      },
      {
        type: 'rich_text',
        elements: [
          section(
            text('ABAB AI Insight', { bold: true }),
            text('\n'),
            text('The filing ends eleven years of silence.'),
          ),
        ],
      },
      {
        type: 'rich_text',
        elements: [
          section(
            text('ABAB News · Cognitive Laws', { bold: true }),
            text('\n'),
            text('A company opens its books when the doors need money, not light.'),
          ),
        ],
      },
    ],
  });
});

describe('the headline', () => {
  const first = (headline: string) => message(article({ headline })).blocks[0];
  test('is a header up to 150 characters', () => {
    expect(first('a'.repeat(150)).type).toBe('header');
  });
  test('is bold text if it is longer, and nothing is cut', () => {
    const headline = 'ab '.repeat(51).trim();
    expect(first(headline).elements[0].elements[0]).toEqual(text(headline, { bold: true }));
  });
  test('is escaped in the text of notifications', () => {
    expect(message(article({ headline: '<!channel> R&D' })).text).toBe('&lt;!channel&gt; R&amp;D');
  });
});

describe('prose', () => {
  test.each<[string, Block, readonly object[]]>([
    [
      'bold beside Han',
      p('公司', strong(t('发布')), '报告'),
      [section(text('公司'), text('发布', { bold: true }), text('报告'))],
    ],
    [
      'nested formatting',
      p(strong(t('a '), { type: 'em', tokens: [t('b')] })),
      [section(text('a ', { bold: true }), text('b', { bold: true, italic: true }))],
    ],
    [
      'a link',
      p('See ', { type: 'link', href: 'https://a.example/r', tokens: [t('the '), strong(t('report'))] }, '.'),
      [
        section(
          text('See '),
          { type: 'link', url: 'https://a.example/r', text: 'the ' },
          { type: 'link', url: 'https://a.example/r', text: 'report', style: { bold: true } },
          text('.'),
        ),
      ],
    ],
    ['what Slack would take for markup', p('<@U1> *a* :b: & _c_'), [section(text('<@U1> *a* :b: & _c_'))]],
    [
      'a quotation',
      { type: 'blockquote', tokens: [p('a'), p('b')] },
      [{ type: 'rich_text_quote', elements: [text('a\n\nb')] }],
    ],
    [
      'code',
      { type: 'code', lang: 'js', text: 'a\n\n  b' },
      [{ type: 'rich_text_preformatted', elements: [text('a\n\n  b')] }],
    ],
    [
      'a list in a list',
      list(false, undefined, item(p('a'), list(true, 1, item(p('b')), item(p('c')))), item(p('d'))),
      [
        { type: 'rich_text_list', style: 'bullet', elements: [section(text('a'))] },
        { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [section(text('b')), section(text('c'))] },
        { type: 'rich_text_list', style: 'bullet', elements: [section(text('d'))] },
      ],
    ],
    [
      'a list that starts at another number',
      list(true, 4, item(p('a')), item(p('b'))),
      [{ type: 'rich_text_list', style: 'ordered', offset: 3, elements: [section(text('a')), section(text('b'))] }],
    ],
    [
      'a list that starts at 0',
      list(true, 0, item(p('a')), item(p('b'))),
      [section(text('0. '), text('a')), { type: 'rich_text_list', style: 'ordered', elements: [section(text('b'))] }],
    ],
    [
      'a list in a quotation',
      { type: 'blockquote', tokens: [p('a'), list(false, undefined, item(p('b')))] },
      [
        { type: 'rich_text_quote', elements: [text('a')] },
        { type: 'rich_text_list', style: 'bullet', border: 1, elements: [section(text('b'))] },
      ],
    ],
    [
      'code in an item, and text below it',
      list(false, undefined, item(p('a'), { type: 'code', text: 'b' }, p('c'))),
      [
        { type: 'rich_text_list', style: 'bullet', elements: [section(text('a'))] },
        { type: 'rich_text_preformatted', elements: [text('b')] },
        section(text('c')),
      ],
    ],
  ])('%s', (_, block, expected) => {
    expect(elements(block)).toEqual(expected);
  });
});

test('a story that is too long is refused, with the number of characters', () => {
  const { length } = JSON.stringify(message(article({ body: [p('x')] })).blocks);
  const long = (by: number): Article => article({ body: [p('x'.repeat(SLACK.characters.max - length + 1 + by))] });
  expect(JSON.stringify(message(long(0)).blocks)).toHaveLength(SLACK.characters.max);
  expect(() => slack.write(long(1), house(), {})).toThrow('slack: 1 character over 13,000');
});

test('a story that is too long is refused with the length of the parts that it has', () => {
  const long = article({ body: [p('x'.repeat(SLACK.characters.max))] });
  expect(adviceFor(() => slack.write(long, house(), {}))).toMatch(
    /Characters: headline \d+, body 13,\d+, source \d+, insight \d+, laws \d+\.$/,
  );
});

test('a follow-up that is too long is refused with its own advice', () => {
  const long = article({ corrections: [{ text: 'x'.repeat(SLACK.characters.max) }] });
  expect(adviceFor(() => slack.write(long, house(), { followUp: true }))).toBe('Shorten the correction.');
});

test('many headings make no more than 50 blocks', () => {
  const headings = Array.from(
    { length: 60 },
    (_, index): Block => ({
      type: 'heading',
      depth: 3,
      tokens: [t(`H${index}`)],
    }),
  );
  const { blocks } = message(article({ body: headings }));
  expect(blocks).toHaveLength(SLACK.blocks.max);
  for (let index = 0; index < 60; index++) expect(JSON.stringify(blocks)).toContain(`"H${index}"`);
});
