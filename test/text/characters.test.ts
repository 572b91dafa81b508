import { describe, expect, it } from 'vitest';
import { hasHan, isFullWidthPunctuation, isHan, isHangul, isKana, joinsWithNothing } from '../../src/text/index.ts';

const code = (character: string): number => character.codePointAt(0) ?? -1;

describe('characters', () => {
  it.each([...'一龥㐀﨑々〇⺮ㄅ國𠀀𱍊'])('%s is Han', (character) => {
    expect(isHan(code(character))).toBe(true);
  });
  it.each([...'aÅΩЯ1，“…—·　あア한😀'])('%s is not Han', (character) => {
    expect(isHan(code(character))).toBe(false);
  });
  it.each([...'あんアンーｱ'])('%s is kana', (character) => {
    expect(isKana(code(character))).toBe(true);
  });
  it.each([...'・一。한'])('%s is not kana', (character) => {
    expect(isKana(code(character))).toBe(false);
  });
  it.each([...'，。：；？！、（）《》「」『』【】〔〕～・｡％'])('%s is full-width punctuation', (character) => {
    expect(isFullWidthPunctuation(code(character))).toBe(true);
  });
  it.each([...'“”‘’…—·,.　Ａ３一'])('%s is not always full-width punctuation', (character) => {
    expect(isFullWidthPunctuation(code(character))).toBe(false);
  });
  it.each([...'한ㄱᄀ'])('%s is Hangul', (character) => {
    expect(isHangul(code(character))).toBe(true);
  });
  it('no character is none of them', () => {
    for (const test of [isHan, isKana, isFullWidthPunctuation, isHangul]) expect(test(-1)).toBe(false);
  });
  it('finds Han anywhere', () => {
    expect(hasHan('plain “text” 😀')).toBe(false);
    expect(hasHan('😀 and 𠀀')).toBe(true);
    expect(hasHan('カ')).toBe(true);
  });
});

/** Lines as they stand one above the other, and what is between them when they become one. */
const JOINS: readonly (readonly [before: string, after: string, joint: '' | ' '])[] = [
  ['夜间', '模型', ''],
  ['國', '語', ''],
  ['𠮷', '𠮷野', ''],
  ['カタ', 'カナ', ''],
  ['漢字', 'かな', ''],
  ['系统，', '模型', ''],
  ['系统', '（模型）', ''],
  ['系统，', 'AI', ''],
  ['OpenAI', '（美国）', ''],
  ['他说：', '“好”', ''],
  ['“好”', '他说', ''],
  ['好。”', '“是的。', ''],
  ['他……', '走了', ''],
  ['史蒂夫·', '乔布斯', ''],
  ['一——', '二', ''],
  ['ＡＢ', 'Ｃ', ''],
  ['葛\u{e0100}', '城', ''],
  ['the', 'end', ' '],
  ['系统', 'AI', ' '],
  ['AI', '系统', ' '],
  ['2026', '年', ' '],
  ['said “yes”', 'and', ' '],
  ['“one”', '“two”', ' '],
  ['wait…', '—he', ' '],
  ['한국', '한국', ' '],
  ['한국', '中国', ' '],
  ['，', '한국', ' '],
  ['喜', '😀', ' '],
  ['', '中', ' '],
  ['中', '', ' '],
];

describe('a line end', () => {
  it.each(JOINS)('%s⏎%s', (before, after, joint) => {
    expect(joinsWithNothing(before, after)).toBe(joint === '');
  });
});
