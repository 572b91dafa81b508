import fc from 'fast-check';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { article, t } from '../fixtures.ts';

/* Stories with what channels get wrong: quotations, numbers with units, links, emoji, Han, long words, nested formatting. */

const word = fc.constantFrom(
  ...'the lab robots opened Harbor in and figures never quickly Müller naïve résumé don’t R&D a<b [note] #tag @desk $5 60% U.S. Inc.'.split(
    ' ',
  ),
  'antidisestablishmentarianism'.repeat(3),
  '🚀',
  '👩‍🚀',
  '🇩🇪',
  'e\u0301te\u0301',
  'story.md',
);
const han = fc.constantFrom(
  '机器人',
  '公司发布',
  '审计报告',
  '在周二',
  '（内部）',
  '超过',
  '《章程》',
  '三十万',
  '𠮷野家',
);
const number = fc.constantFrom('5 million', '30 km', '$1.3 billion', '9 a.m.', '1,000 tons', '2028');
const hanNumber = fc.constantFrom('5 亿元', '60%', '3.5 万辆', '2026 年');

const words = (least: number, most: number) =>
  fc.array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: number }), {
    minLength: least,
    maxLength: most,
  });

/** A sentence as text with its quotations. */
interface Sentence {
  readonly text: string;
  readonly quotations: readonly string[];
}

const english: fc.Arbitrary<Sentence> = fc
  .tuple(words(1, 25), fc.option(words(2, 20)), fc.constantFrom('"', "'"))
  .map(([before, quoted, mark]) => {
    const said = quoted && `${mark}We ${quoted.join(' ')}.${mark}`;
    return {
      text: `The ${before.join(' ')}${said ? `, he said, ${said}` : ' ended.'}`,
      quotations: said ? [said] : [],
    };
  });
const chinese: fc.Arbitrary<Sentence> = fc
  .tuple(
    fc.array(fc.oneof(han, hanNumber), { minLength: 1, maxLength: 30 }),
    fc.option(fc.array(han, { minLength: 1, maxLength: 20 })),
  )
  .map(([before, quoted]) => {
    const said = quoted && `“${quoted.join('')}。”`;
    return { text: `公司${before.join('')}${said ? `，他说：${said}` : '。'}`, quotations: said ? [said] : [] };
  });

const LINKS = [
  'https://news.example.com/a/b?c=1',
  'https://a.cn/x',
  'https://en.wikipedia.org/wiki/A_(b)',
  'https://a.unknown-tld/x',
];

interface Piece {
  readonly tokens: readonly Inline[];
  readonly sentence: Sentence;
  readonly link?: string;
}

const piece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: english }, { weight: 1, arbitrary: chinese }),
    fc.constantFrom('plain', 'plain', 'strong', 'em', 'both', 'link', 'codespan'),
    fc.constantFrom(...LINKS),
  )
  .map(([sentence, kind, href]): Piece => {
    const text = t(sentence.text);
    switch (kind) {
      case 'strong':
      case 'em':
        return { sentence, tokens: [{ type: kind, tokens: [text] }] };
      case 'both':
        return {
          sentence,
          tokens: [{ type: 'strong', tokens: [t('In '), { type: 'em', tokens: [text] }, t(' so.')] }],
        };
      case 'link':
        return { sentence, link: href, tokens: [text, t(' See '), { type: 'link', href, tokens: [t('the report')] }] };
      case 'codespan':
        return { sentence, tokens: [text, t(' '), { type: 'codespan', text: 'x = 1' }] };
      default:
        return { sentence, tokens: [text] };
    }
  });

export interface Story {
  readonly article: Article;
  readonly sentences: readonly string[];
  readonly quotations: readonly string[];
  readonly links: readonly string[];
}

const paragraphs = (most: number) =>
  fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: most });

function block(pieces: readonly Piece[], isQuote: boolean): Block {
  const tokens = pieces.flatMap(({ tokens }, index) => (index === 0 ? tokens : [t(' '), ...tokens]));
  const paragraph: Block = { type: 'paragraph', tokens };
  return isQuote ? { type: 'blockquote', tokens: [paragraph] } : paragraph;
}

/** Stories that print in any channel with threads. */
export const story: fc.Arbitrary<Story> = fc
  .tuple(paragraphs(6), paragraphs(3), paragraphs(2), fc.boolean())
  .map(([body, insight, laws, isQuote]) => {
    const all = [...body, ...insight, ...laws].flat();
    return {
      article: article({
        headline: 'Harbor Robotics Opens Its Books & "Doors"',
        body: body.map((one, index) => block(one, isQuote && index === 0)),
        insight: insight.map((one) => ({ prose: [block(one, false)] })),
        laws: laws.map((one) => [block(one, false)]),
      }),
      sentences: all.map(({ sentence }) => sentence.text),
      quotations: all.flatMap(({ sentence }) => sentence.quotations),
      links: all.flatMap(({ link }) => link ?? []),
    };
  });

/** A text without white space, where parts are cut. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
