import { describe, expect, it } from 'vitest';
import { PASSES, typesetText } from '../../src/typography/index.ts';
import { ABAB, ABAB_ZH, KEEP } from './profiles.ts';

const DOTS: readonly (readonly [string, string])[] = [
  ['ABAB News • Cognitive Laws', 'ABAB News · Cognitive Laws'],
  ['ABAB News · Cognitive Laws', 'ABAB News · Cognitive Laws'],
  ['one ‧ two ∙ three ⋅ four ・ five ･ six', 'one · two · three · four · five · six'],
  ['史蒂夫•乔布斯', '史蒂夫·乔布斯'],
  ['史蒂夫・乔布斯', '史蒂夫·乔布斯'],
  ['史蒂夫·乔布斯', '史蒂夫·乔布斯'],
  ['スティーブ・ジョブズ', 'スティーブ・ジョブズ'],
  ['東京・大阪へ行く', '東京・大阪へ行く'],
  ['• a bullet', '• a bullet'],
  ['A•B', 'A•B'],
  ['3 ⋅ 4', '3 ⋅ 4'],
  ['• • •', '• • •'],
];

const SPACES: readonly (readonly [string, string])[] = [
  ['two  spaces', 'two spaces'],
  ['a\ttab and \t more', 'a tab and more'],
  ['  at the edges  ', 'at the edges'],
  ['line one \n  line two', 'line one\nline two'],
  ['no\u00a0\u00a0break, \u3000wide', 'no\u00a0\u00a0break, \u3000wide'],
  ['   ', ''],
];

const EM: readonly (readonly [string, string])[] = [
  ['word--word', 'word—word'],
  ['one -- two', 'one — two'],
  ['one --- two', 'one — two'],
  ['up - and away', 'up — and away'],
  ['"I was--"', '"I was—"'],
  ['Sold out -- "again"', 'Sold out — "again"'],
  ['-- the editors', '— the editors'],
  ['in 2024 - the year', 'in 2024 — the year'],
  ['pass --flag and (--other) or "--third"', 'pass --flag and (--other) or "--third"'],
  ['2019-2024, 2019--2024, 2019 - 2024', '2019-2024, 2019--2024, 2019 - 2024'],
  ['a loss of - 5 percent', 'a loss of - 5 percent'],
  ['a well-known co-op', 'a well-known co-op'],
  ['- a bullet', '- a bullet'],
  ['<!-- mark -->', '<!-- mark -->'],
  ['----', '----'],
  ['--', '--'],
  ['so — it is – so', 'so — it is – so'],
];

const SPACED_EN: readonly (readonly [string, string])[] = [
  ['word--word', 'word – word'],
  ['one -- two', 'one – two'],
  ['up - and away', 'up – and away'],
  ['"I was--"', '"I was –"'],
  ['no--"never"--no', 'no – "never" – no'],
  ['wait--.', 'wait –.'],
  ['-- the editors', '– the editors'],
  ['pass --flag', 'pass --flag'],
];

const CHARACTER: readonly (readonly [string, string])[] = [
  ['and so...', 'and so…'],
  ['...and so', '…and so'],
  ['one . . . two', 'one … two'],
  ['The end....', 'The end.…'],
  ['.....', '.....'],
  ['./... and ../x', './... and ../x'],
  ['他说……', '他说……'],
];

const THREE_DOTS: readonly (readonly [string, string])[] = [
  ['and so…', 'and so...'],
  ['他说……走了', '他说……走了'],
  ['他说…走了', '他说…走了'],
];

describe.each([
  ['dots', { ...KEEP, dots: 'middle' }, DOTS],
  ['spaces', { ...KEEP, spaces: 'single' }, SPACES],
  ['dashes em', { ...KEEP, dashes: 'em' }, EM],
  ['dashes spaced-en', { ...KEEP, dashes: 'spaced-en' }, SPACED_EN],
  ['ellipsis character', { ...KEEP, ellipsis: 'character' }, CHARACTER],
  ['ellipsis dots', { ...KEEP, ellipsis: 'dots' }, THREE_DOTS],
] as const)('%s', (_name, typography, rows) => {
  it.each(rows)('%j → %j', (written, printed) => {
    expect(typesetText(written, typography)).toBe(printed);
  });
  it('is nothing to a house that keeps', () => {
    for (const [written] of rows) expect(typesetText(written, KEEP)).toBe(written);
  });
});

describe('addresses', () => {
  it.each([
    'https://a.example/b--c?d=e,f:g;h!i(j)',
    'www.a.example/--flag/…',
    "https://a.example/O'Neil/’x",
    'mailto:desk@a.example',
    'first.last--x@desk.a.example',
    'https://a.example/wiki/北京AI/b?q=算力2026',
    'https://a.example/übersicht--2026',
  ])('%s stays as it is', (address) => {
    const typography = { ...KEEP, quotes: 'curly', dashes: 'em', spaces: 'single', han: 'full-width' } as const;
    expect(typesetText(`看 ${address}`, typography)).toBe(`看 ${address}`);
  });
});

describe('passes', () => {
  it('have the names that findings are called after', () => {
    expect(PASSES.map((pass) => pass.name)).toEqual([
      'spaces',
      'dots',
      'quotes-straight',
      'han-quotes',
      'quotes-curly',
      'han-punctuation',
      'han-dashes',
      'han-ellipsis',
      'han-brackets',
      'han-spacing',
      'dashes',
      'ellipsis',
    ]);
  });
  it('yield edits as small as can be', () => {
    const edits = (name: string, text: string, typography = ABAB_ZH) =>
      PASSES.find((pass) => pass.name === name)?.edits(text, typography);
    expect(edits('han-spacing', '用AI做')).toEqual([
      { span: { start: 1, end: 1 }, text: ' ' },
      { span: { start: 3, end: 3 }, text: ' ' },
    ]);
    expect(edits('han-punctuation', '你好,世界')).toEqual([{ span: { start: 2, end: 3 }, text: '，' }]);
    expect(edits('spaces', 'a   b', ABAB)).toEqual([{ span: { start: 2, end: 4 }, text: '' }]);
  });
});
