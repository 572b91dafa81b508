import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { html } from '../../../src/write/html.ts';
import { EXAMPLES, PAGES } from '../../browser/pages.ts';
import { house } from '../fixtures.ts';
import { generatedArticle } from '../ninjs/generated.ts';

/* html-validate reads the pages. Its rules about style are left out: they are no errors of HTML. */
const extend = ['html-validate:standard', 'html-validate:a11y'];
const judge = new HtmlValidate({ extends: extend });
/** A link around an image without alternative text is up to the writer: the rule image-alt reports it. */
const lenient = new HtmlValidate({ extends: extend, rules: { 'wcag/h30': 'off' } });
const faultsOf = (page: string, by = judge) =>
  by
    .validateStringSync(page)
    .results.flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`);

test.each([...PAGES, ...EXAMPLES])('$name is valid HTML', ({ page }) => {
  expect(faultsOf(page)).toEqual([]);
});

const PATIENCE = 240_000;

test(
  'the pages of generated stories are valid HTML',
  () => {
    fc.assert(
      fc.property(generatedArticle, (story) => {
        expect(faultsOf(html.write(story, house(), {}), lenient)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE,
);

/* A page holds its fragment, so that a few are enough. */
test(
  'their fragments are, too',
  () => {
    fc.assert(
      fc.property(generatedArticle, (story) => {
        expect(faultsOf(html.write(story, house(), { fragment: true }), lenient)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  },
  PATIENCE,
);

test('it finds what is wrong', () => {
  expect(faultsOf('<p><div></div></p>')).not.toEqual([]);
});
