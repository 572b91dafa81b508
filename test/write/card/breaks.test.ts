import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakWide, piecesOf, SPLIT } from '../../../src/write/card/breaks.ts';
import { fitText } from '../../../src/write/card/fit.ts';

const small = new Set(['the', 'of', 'a']);
const costs = (text: string, words: readonly string[] = []) =>
  piecesOf(text, words, small).map(({ start, end, cost }) => [text.slice(start, end), cost]);

describe('the pieces of a text', () => {
  test('end at spaces, best after a comma, worst beside it or after a small word', () => {
    expect(costs('Lab Opens Doors, the Way Out')).toEqual([
      ['Lab', 0],
      ['Opens', 0.04],
      ['Doors,', 0.19],
      ['the', 0],
      ['Way', 0.1],
      ['Out', 0.04],
    ]);
  });
  test('keep a number with its unit where they can', () => {
    expect(costs('Pays 5 Million')[2]).toEqual(['Million', 0.15]);
  });
  test('end after a dash, and after a hyphen between words, but not in 15-Minute', () => {
    expect(costs('First—then').map(([text]) => text)).toEqual(['First—', 'then']);
    expect(costs('iron-air').map(([text]) => text)).toEqual(['iron-', 'air']);
    expect(costs('15-Minute').map(([text]) => text)).toEqual(['15-Minute']);
  });
  test('do not start with a dash where they can', () => {
    expect(costs('Labs — Then Doors').slice(1)).toEqual([
      ['—', SPLIT],
      ['Then', 0],
      ['Doors', 0.19],
    ]);
  });
  test('of Chinese never start with a closing mark or end with an opening one', () => {
    expect(costs('他说：“好。”然后（走）', []).map(([text]) => text)).toEqual([
      '他',
      '说：',
      '“好。”',
      '然',
      '后',
      '（走）',
    ]);
  });
  test('of Chinese are costly inside a word', () => {
    expect(costs('农业改变收费', ['农业', '改变', '收费'])).toEqual([
      ['农', 0],
      ['业', SPLIT],
      ['改', 0.15],
      ['变', SPLIT],
      ['收', 0.15],
      ['费', SPLIT],
    ]);
  });
});

test('a word that is longer than a line is broken between graphemes', () => {
  const text = 'A né́e B';
  const pieces = breakWide(piecesOf(text, [], small), text, (start, end) => end - start > 2);
  expect(pieces.map(({ start, end, cost }) => [text.slice(start, end), cost])).toEqual([
    ['A', 0],
    ['n', expect.any(Number)],
    ['é́', SPLIT],
    ['e', SPLIT],
    ['B', expect.any(Number)],
  ]);
});

const room = { width: 1000, height: 300, size: 80, minSize: 40, lineHeight: 1.2 };
const measure = (start: number, end: number) => (end - start) * 0.5;
const linesOf = (text: string, more: Partial<typeof room> = {}) => {
  const found = fitText(piecesOf(text, [], small), measure, { ...room, ...more });
  return found && { size: found.size, lines: found.lines.map(({ start, end }) => text.slice(start, end)) };
};

describe('a text in its room', () => {
  test('is about as large as it can be', () => {
    expect(linesOf('Lab Opens')).toEqual({ size: 80, lines: ['Lab Opens'] });
    expect(linesOf(`${'word '.repeat(20)}word`)?.size).toBeGreaterThan(60);
  });
  test('has lines of about one length', () => {
    expect(linesOf('one two three four five six')?.lines).toEqual(['one two three four five six']);
    expect(linesOf('one two three four five six', { width: 700 })?.lines).toEqual(['one two three', 'four five six']);
  });
  test('is smaller rather than broken inside a Chinese word', () => {
    const pieces = piecesOf('农业改变收费', ['农业', '改变收费'], small);
    const found = fitText(pieces, (start, end) => end - start, { ...room, width: 300 });
    expect(found).toMatchObject({ size: 75, lines: [{ end: 2 }, { end: 6 }] });
  });
  test('does not fit if it would be smaller than readers can read', () => {
    expect(linesOf('word '.repeat(100).trim())).toBeUndefined();
    expect(linesOf('w'.repeat(60))).toBeUndefined();
  });
  test('loses nothing, and no line is wider or higher than the room', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 300, max: 1200 }), (list, width) => {
        const text = list.join(' ');
        const found = linesOf(text, { width });
        if (!found) return;
        expect(found.lines.join(' ')).toBe(text);
        for (const line of found.lines) expect(line.length * 0.5 * found.size).toBeLessThanOrEqual(width);
        expect(found.size * (1 + (found.lines.length - 1) * room.lineHeight)).toBeLessThanOrEqual(room.height);
      }),
    );
  });
  test('of Chinese loses nothing, and no line starts or ends with the wrong mark', () => {
    const han = fc.array(fc.constantFrom(...'农业改变收费方式，。：“”（）《》%92AI'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(han, (list) => {
        const text = list.join('');
        const found = linesOf(text, { width: 500 });
        if (!found) return;
        expect(found.lines.join('')).toBe(text);
        for (const line of found.lines.slice(1)) expect(line).not.toMatch(/^[，。：”）》%]/);
        for (const line of found.lines.slice(0, -1)) expect(line).not.toMatch(/[“（《]$/);
      }),
    );
  });
});
