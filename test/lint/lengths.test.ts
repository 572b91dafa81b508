import { describe, expect, test } from 'vitest';
import { resolveHouse } from '../../src/house/resolve.ts';
import { createRuleContext } from '../../src/lint/context.ts';
import { lengthsOf } from '../../src/lint/lengths.ts';
import { createSource } from '../../src/text/index.ts';
import { note } from '../cli/program.ts';

function lengths(text: string, house = 'abab'): readonly string[] {
  const { context } = createRuleContext(createSource('note.md', text), resolveHouse(house));
  if (!context) throw new Error('the note cannot be read');
  return lengthsOf(context).map(({ part, count, unit, wanted }) => {
    const band = wanted ? ` (${wanted.min}-${wanted.max})` : '';
    return `${part}: ${count} ${unit}${band}`;
  });
}

describe('lengthsOf', () => {
  test('lists the parts in the order of the post, with what the house wants', () => {
    const body = 'A lab opened at night.\n\n- One\n- Two\n\nIt turns.';
    expect(lengths(note({ body }))).toEqual([
      'Headline: 9 characters (1-110)',
      'Body: 3 paragraphs (2-5)',
      'Body, paragraph 1: 5 words (1-90)',
      'Body, paragraph 2: 2 words (1-90)',
      'Insight: 1 paragraph (4-4)',
      'Insight, paragraph 1: 2 words',
      'Laws: 1 law (3-3)',
      'Law 1: 4 words (8-28)',
    ]);
  });

  test('an image alone is no paragraph', () => {
    const body = 'A lab opened at night.\n\n![Robots](lab.jpg)\n\nIt turns.';
    expect(lengths(note({ body })).filter((line) => line.startsWith('Body'))).toEqual([
      'Body: 2 paragraphs (2-5)',
      'Body, paragraph 1: 5 words (1-90)',
      'Body, paragraph 2: 2 words (1-90)',
    ]);
  });

  test('names the parts of the insight by their headings', () => {
    const insight = '## Insight\n\n### Capital\n\nIn terms of capital.';
    expect(lengths(note({ insight }))).toContain('Insight, Capital: 4 words');
  });

  test('leaves out what a note does not have', () => {
    expect(lengths('---\nheadline: A\n---\n')).toEqual(['Headline: 1 character (1-110)']);
    expect(lengths('---\nsource: A\n---\n')).toEqual([]);
  });

  test('counts characters in Chinese, and compares no text with a house for another language', () => {
    const text = note({ front: 'headline: 实验室开放\nsource: 实验室\nlang: zh', body: '实验室在夜间开放。' });
    expect(lengths(text, 'abab-zh')).toContainEqual(expect.stringMatching(/^Body, paragraph 1: 8 characters \(/));
    expect(lengths(note({ front: 'headline: Ein Haus\nlang: de' }))).toContain('Headline: 8 characters');
  });
});
