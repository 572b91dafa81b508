import { afterAll, describe, expect, it } from 'vitest';
import examples from '../read/markdown/commonmark-0.31.2.json' with { type: 'json' };
import { judge } from './judge.ts';

/** Examples of which something was left as written, with the first reason. */
const leftAsWritten = new Map<number, string>();

describe('each example of the CommonMark specification, as the body of a note', () => {
  for (const { example, section, markdown } of examples) {
    it(`${example} ${section}`, async () => {
      const { text, unformatted, faults } = await judge(`---\nheadline: H\nsource: S\n---\n\n${markdown}`);
      expect(faults).toEqual([]);
      expect(text).toBeDefined();
      const [first] = unformatted;
      if (first) leftAsWritten.set(example, first.reason);
    });
  }

  /** Where the specification's two parsers, ours and commonmark.js, disagree, the shape may be what only one of them can read. */
  it('brings all but two of them into shape as a whole', () => {
    expect([...leftAsWritten].length, JSON.stringify([...leftAsWritten])).toBeLessThanOrEqual(examples.length - 650);
  });
});

afterAll(() => console.log(`CommonMark: ${examples.length - leftAsWritten.size} of ${examples.length} whole`));
