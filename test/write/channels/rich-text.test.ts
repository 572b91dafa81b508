import { describe, expect, test } from 'vitest';
import { escapeMarkup, parseMarkup, sliceRich } from '../../../src/write/channels/rich-text.ts';
import { spellOut } from '../../../src/write/channels/spell-out.ts';
import { house } from '../fixtures.ts';

describe('the markup of a template', () => {
  test('tags become ranges, the outer one first', () => {
    expect(parseMarkup('a <b>🚀 <i>c</i></b>')).toEqual({
      text: 'a 🚀 c',
      marks: [
        { kind: 'bold', start: 2, end: 6 },
        { kind: 'italic', start: 5, end: 6 },
      ],
    });
  });
  test('a link has a URL, and code a language', () => {
    expect(parseMarkup('<a href="https://a.example/?b=1&amp;c">d</a><pre lang="js">e&#10;f</pre>')).toEqual({
      text: 'de\nf',
      marks: [
        { kind: 'link', start: 0, end: 1, url: 'https://a.example/?b=1&c' },
        { kind: 'pre', start: 1, end: 4, lang: 'js' },
      ],
    });
  });
  test.each(['<b>', 'a < b', 'R&D', '&amp;lt;', '<a href="x">', '"', '</b>', '<u>a</u>'])(
    'text such as %s stays text',
    (text) => {
      expect(parseMarkup(escapeMarkup(text))).toEqual({ text, marks: [] });
    },
  );
  test('an unknown tag and a lonely ampersand are text, and an unclosed tag ends with the text', () => {
    expect(parseMarkup('R&D <u>a</u> <b>c')).toEqual({
      text: 'R&D <u>a</u> c',
      marks: [{ kind: 'bold', start: 13, end: 14 }],
    });
  });
  test('empty formatting is nothing', () => {
    expect(parseMarkup('a<b></b>c').marks).toEqual([]);
  });
});

test('a part has the marks inside it', () => {
  const rich = parseMarkup('ab<b>cdef</b>gh<i>i</i>');
  expect(sliceRich(rich, 3, 5)).toEqual({ text: 'de', marks: [{ kind: 'bold', start: 0, end: 2, continues: true }] });
  expect(sliceRich(rich, 5, 8)).toEqual({ text: 'fgh', marks: [{ kind: 'bold', start: 0, end: 1 }] });
});

describe('formatting that a channel lacks', () => {
  const spelt = (markup: string) => spellOut(parseMarkup(markup), ['quote', 'strike', 'link'], house()).text;
  test.each([
    ['a <s>b</s> c', 'a [struck out: b] c'],
    ['<blockquote>a\nb\n\nc</blockquote>', '> a\n> b\n>\n> c'],
    ['<blockquote><s>a</s></blockquote>', '> [struck out: a]'],
    ['see <a href="https://a.example/r">the report</a>.', 'see the report (https://a.example/r).'],
    ['see <a href="https://a.example/r">https://a.example/r</a>', 'see https://a.example/r'],
    ['see <a href="https://a.example">a.example</a>', 'see a.example'],
    ['<s>a</s><s>b</s>', '[struck out: a][struck out: b]'],
    ['<s>see <a href="https://a.example">b</a></s>', '[struck out: see b (https://a.example)]'],
    ['<a href="https://a.example">see <s>b</s></a>', 'see [struck out: b] (https://a.example)'],
    ['<b>a</b> <code>b</code>', 'a b'],
  ])('%s', (markup, text) => {
    expect(spelt(markup)).toBe(text);
  });
  test('a link that a cut divides has its URL once, at its end', () => {
    const rich = parseMarkup('<a href="https://a.example">one two</a>');
    const parts = [sliceRich(rich, 0, 3), sliceRich(rich, 4, 7)].map((part) => spellOut(part, ['link'], house()).text);
    expect(parts).toEqual(['one', 'two (https://a.example)']);
  });
  test('the other marks move with their text', () => {
    const { text, marks } = spellOut(parseMarkup('<s>a</s> <a href="https://a.example">b</a>'), ['strike'], house());
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['b']);
  });
});
