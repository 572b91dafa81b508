import { describe, expect, test } from 'vitest';
import { parseMarkup } from '../../../src/write/channels/rich-text.ts';
import { split } from '../../../src/write/channels/split.ts';

/** The parts of a marked-up text, of at most so many UTF-16 units. */
const parts = (markup: string, max: number): readonly string[] =>
  split(parseMarkup(markup), ({ text }) => text.length <= max).map(({ text }) => text);

describe('a thread breaks where a reader would', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['nowhere if all fits', 'One.\n\nTwo.', 20, ['One.\n\nTwo.']],
    ['at a paragraph', 'One two three.\n\nFour five six.', 20, ['One two three.', 'Four five six.']],
    ['at the last paragraph that fits', 'A b.\n\nC d.\n\nE f g h.', 12, ['A b.\n\nC d.', 'E f g h.']],
    ['at a sentence', 'One two three. Four five six.', 20, ['One two three.', 'Four five six.']],
    [
      'not at an abbreviation',
      'He met Dr. Ada Byron there. She left.',
      30,
      ['He met Dr. Ada Byron there.', 'She left.'],
    ],
    [
      'at a clause',
      'When the lab opened, the robots went to sleep',
      30,
      ['When the lab opened,', 'the robots went to sleep'],
    ],
    ['at a word', 'one two three four', 10, ['one two', 'three four']],
    ['at a sentence of Chinese', '公司发布报告。机器人休息。', 8, ['公司发布报告。', '机器人休息。']],
    ['at a clause of Chinese', '公司发布了报告，机器人正在休息', 10, ['公司发布了报告，', '机器人正在休息']],
    ['between characters of Chinese', '公司发布了审计报告', 5, ['公司发布了', '审计报告']],
    ['not before punctuation of Chinese', '公司发布了，机器人', 5, ['公司发布', '了，机器人']],
    ['between graphemes of a long word', '👩‍🚀👩‍🚀👩‍🚀', 11, ['👩‍🚀👩‍🚀', '👩‍🚀']],
    ['not inside a surrogate pair', '𠮷𠮷𠮷', 3, ['𠮷', '𠮷', '𠮷']],
    [
      'not inside a quotation that fits',
      'He said, "We sleep. The lab does not."',
      32,
      ['He said,', '"We sleep. The lab does not."'],
    ],
    [
      'not inside a Chinese quotation that fits',
      '他说：“我们休息。它不。”好。',
      11,
      ['他说：', '“我们休息。它不。”', '好。'],
    ],
    [
      'inside a quotation that never fits',
      '"We sleep here. The lab does not."',
      20,
      ['"We sleep here.', 'The lab does not."'],
    ],
    ['not between a number and its unit', 'They sold 5 million robots', 15, ['They sold', '5 million', 'robots']],
    ['not inside a number of Chinese', '公司售出 3.5 万辆', 10, ['公司售出', '3.5 万辆']],
    ['not inside a URL', 'See https://a.example/b-c now', 12, ['See', 'https://a.example/b-c', 'now']],
    [
      'not inside the words of a link',
      'See <a href="https://a.example">the whole report</a> now',
      18,
      ['See', 'the whole report', 'now'],
    ],
    [
      'before a heading, and not after it',
      'One two.\n\n<h2>Insight</h2>\n\nThree four. Five.',
      22,
      ['One two.', 'Insight\n\nThree four.', 'Five.'],
    ],
    [
      'after a short sentence, if the next one stays whole',
      'Yes. One two three four.',
      20,
      ['Yes.', 'One two three four.'],
    ],
    [
      'not after a short sentence for nothing',
      'Yes. One two three four five six.',
      20,
      ['Yes. One two three', 'four five six.'],
    ],
  ])('%s', (_, markup, max, expected) => {
    expect(parts(markup, max)).toEqual(expected);
  });

  test('formatting goes on after a cut', () => {
    const found = split(parseMarkup('<b>one two <i>three</i></b> four'), ({ text }) => text.length <= 8);
    expect(found).toEqual([
      { text: 'one two', marks: [{ kind: 'bold', start: 0, end: 7, continues: true }] },
      {
        text: 'three',
        marks: [
          { kind: 'bold', start: 0, end: 5 },
          { kind: 'italic', start: 0, end: 5 },
        ],
      },
      { text: 'four', marks: [] },
    ]);
  });

  test('a story of nothing has no parts', () => {
    expect(parts('', 5)).toEqual([]);
  });

  test('a long story is split in linear time', () => {
    const sentence = 'The lab opened at night, and "nobody" came; <b>5 million</b> robots slept. ';
    const started = performance.now();
    const found = parts(sentence.repeat(5000), 280);
    expect(found.join(' ')).toBe(parseMarkup(sentence.repeat(5000)).text.trim());
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
