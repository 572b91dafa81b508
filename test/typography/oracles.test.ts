import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { EXCEPTIONS } from './oracles/classes.ts';
import { judge, objections, printWithout, TOOLS } from './oracles/judge.ts';
import { examplePassages, sentence, tableTexts } from './oracles/texts.ts';
import { ABAB_ZH } from './profiles.ts';

/*
 * autocorrect and zhlint print Chinese text by rules of their own. Where they print something else than copydesk, a class in
 * oracles/classes.ts says why copydesk is right. Any other difference is a fault of one of the three.
 * test/typography/oracles-generated.test.ts tries thousands of sentences, and the Chinese slips.
 */
const print = (text: string) => typesetText(text, ABAB_ZH);
const generated = fc.sample(sentence, 120);

test.each([
  ['the table of the passes', tableTexts(), 150],
  ['the examples', examplePassages(), 20],
])('explains every difference in %s', (_, texts, least) => {
  expect(texts.length).toBeGreaterThanOrEqual(least);
  expect(objections(texts, print)).toEqual([]);
});

test.each(EXCEPTIONS)('$tool is wrong about $reason: $text', ({ tool: name, text }) => {
  const unexplained = TOOLS.filter((tool) => tool.name === name).flatMap(
    (tool) => judge(text, tool, print).unexplained,
  );
  expect(unexplained).not.toEqual([]);
});

describe('a fault', () => {
  test.each(['han-punctuation', 'han-quotes', 'han-brackets', 'han-spacing'])(
    'of %s is a difference without a class',
    (pass) => {
      expect(objections(generated, printWithout(pass)).length).toBeGreaterThan(5);
    },
  );

  test.each([
    ['a space between Han', (text: string) => text.replace(/模型/g, '模 型')],
    ['no space after a number', (text: string) => text.replace(/(\d) (?=[\u4e00-\u9fff])/g, '$1')],
    ['no space before a word', (text: string) => text.replace(/([\u4e00-\u9fff]) (?=[A-Z])/g, '$1')],
    ['a full-width mark in a number', (text: string) => text.replace(/3\.5/g, '3。5')],
    ['a full-width mark in a time', (text: string) => text.replace(/12:30/g, '12：30')],
    [
      'a half-width mark between Han',
      (text: string) => text.replace(/(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/g, ','),
    ],
    ['the wrong quotation mark', (text: string) => text.replaceAll('“', '”')],
  ])('such as %s is one, too', (_, damage) => {
    expect(objections(generated, (text) => damage(print(text))).length).toBeGreaterThan(3);
  });

  test('such as another word is an error', () => {
    expect(() => objections(['他说AI。'], (text) => `${print(text)}了`)).toThrow('not the same words');
  });
});
