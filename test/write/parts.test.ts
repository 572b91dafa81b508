import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { POST_PARTS, type PostPart } from '../../src/model/channels.ts';
import { FORMATS } from '../../src/write/index.ts';
import { chooseParts } from '../../src/write/parts.ts';
import { article, house, p } from './fixtures.ts';

const story: Article = article({
  id: 'urn:lab:1',
  url: 'https://lab.example/night',
  dek: 'Dekword opens.',
  byline: ['Bylineword'],
  topics: ['Robots', 'supply chain'],
  source: [{ name: 'Sourceword' }],
  body: [p('Bodyword opened.', { type: 'footnote', label: 'n' })],
  insight: [{ prose: [p('Insightword turns.')] }],
  laws: [[p('Lawword is not this, but that.')]],
  sections: [{ heading: 'Reactions', prose: [p('Sectionword.')] }],
  corrections: [{ text: 'Correctionword.' }],
  footnotes: [{ label: 'n', prose: [p('Footnoteword.')] }],
});

const WORDS: Partial<Record<PostPart, string>> = {
  body: 'Bodyword',
  insight: 'Insightword',
  laws: 'Lawword',
  sections: 'Sectionword',
};

/* Every format, also one that is added later, prints of its parts those that are chosen. */
describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (_, format) => {
  const printed = (options: Parameters<typeof format.write>[2]): string => format.write(story, house(), options);
  const wordsOf = (post: string): readonly string[] => Object.values(WORDS).filter((word) => post.includes(word));
  test.each(Object.entries(WORDS))('leaves out all parts but %s', (part, word) => {
    const shown = wordsOf(printed({}));
    expect(wordsOf(printed({ parts: ['headline', part as PostPart] }))).toEqual(shown.filter((one) => one === word));
  });
  test.runIf(format.settings?.includes('link'))('ends with a link', () => {
    expect(printed({ parts: ['headline'] })).not.toContain('https://lab.example/night');
    expect(printed({ parts: ['headline'], link: true })).toContain('https://lab.example/night');
    const { url: _, ...without } = story;
    expect(() => format.write(without, house(), { link: true })).toThrow(`${format.name}: `);
  });
  test.runIf(format.settings?.includes('hashtags'))('ends with hashtags', () => {
    expect(printed({ parts: ['headline'], hashtags: true })).toContain('#Robots #SupplyChain');
    expect(printed({ parts: ['headline'], hashtags: ['AI'] })).toContain('#AI');
    expect(printed({ parts: ['headline'] })).not.toContain('#Robots');
  });
});

describe('the order of chosen parts', () => {
  const orderOf = (order: readonly string[], ...parts: PostPart[]) =>
    chooseParts(story, house('abab', { order }), parts).house.order;
  test('is that of the house', () => {
    expect(orderOf(['headline', 'laws', 'body'], 'body', 'laws', 'headline')).toEqual(['headline', 'laws', 'body']);
  });
  test('has a part that the house does not print in its usual place', () => {
    expect(orderOf(['headline', 'laws', 'body'], 'dek', 'headline', 'body')).toEqual(['headline', 'dek', 'body']);
    expect(orderOf(['body'], 'headline', 'body')).toEqual(['headline', 'body']);
  });
  test('keeps corrections and footnotes, and the sections of the house with the others', () => {
    const order = ['body', 'corrections', 'watch', 'laws', 'footnotes'];
    expect(orderOf(order, 'laws')).toEqual(['corrections', 'laws', 'footnotes']);
    expect(orderOf(order, 'laws', 'sections')).toEqual(['corrections', 'watch', 'laws', 'sections', 'footnotes']);
  });
  test('is unchanged for all parts of the house', () => {
    const { order } = house();
    expect(orderOf(order, ...POST_PARTS)).toEqual(order);
  });
});

test('text and channels print every part', () => {
  for (const format of FORMATS.filter(({ isOffSite, name }) => isOffSite || name === 'text'))
    for (const word of Object.values(WORDS)) expect(format.write(story, house(), {}), format.name).toContain(word);
});

test('footnotes are those of the parts that are printed', () => {
  const text = FORMATS.find(({ name }) => name === 'text');
  expect(text?.write(story, house(), { parts: ['body'] })).toContain('Footnoteword');
  expect(text?.write(story, house(), { parts: ['laws'] })).not.toContain('Footnoteword');
});
