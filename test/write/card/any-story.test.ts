import { loadEngine } from 'copydesk:card';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPng, loadSvg } from '../../../src/write/card/draw.ts';
import { UnprintableError } from '../../../src/write/index.ts';
import { article, house, p } from '../fixtures.ts';

/** Words of Latin and Chinese with marks, markup, and characters that no font has. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Za-z0-9'",.:%&-]{1,12}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[一-龟，。：“”（）]{1,8}$/) },
  { weight: 1, arbitrary: fc.constantFrom('</text>', '<script>', '&amp;', ']]>', '"', '\u00a0', '—', 'é', '…') },
);
const text = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 30 }), fc.constantFrom('🚀', '', '', '', ''))
  .map(([words, rest]) => `${words.join(' ')}${rest}`);

test('any story is drawn as an SVG that a renderer reads, or refused with a reason', async () => {
  const [draw, { Resvg }] = [await loadSvg(), await loadEngine()];
  await loadPng();
  const stories = fc.record({ headline: text, law: text, section: fc.stringMatching(/^[A-Z][a-z]{2,9}$/) });
  let drawn = 0;
  fc.assert(
    fc.property(stories, fc.boolean(), fc.constantFrom('en', 'zh', 'ar'), ({ headline, law, section }, isLaw, lang) => {
      const story = article({ headline, section, lang, laws: [[p(law)]] });
      try {
        const svg = draw(story, house(), { law: isLaw ? 1 : undefined, fonts: [] });
        expect(svg).not.toMatch(/<(?:text|script)\b/);
        expect(new Resvg(svg).width).toBe(1200);
        drawn++;
      } catch (error) {
        if (!(error instanceof UnprintableError)) throw error;
        expect(['missing-glyph', 'does-not-fit']).toContain(error.rule);
      }
    }),
    { numRuns: 60 },
  );
  expect(drawn).toBeGreaterThan(20);
});
