import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, wrap } from '../../src/typography/index.ts';

interface Row {
  readonly what: string;
  readonly width: number;
  readonly text: string;
  readonly lines: readonly string[];
  readonly indent?: { first: string; rest: string };
}

const ROWS: readonly Row[] = [
  { what: 'words', width: 10, text: 'one two three four', lines: ['one two', 'three four'] },
  { what: 'exactly as wide', width: 7, text: 'one two', lines: ['one two'] },
  { what: 'a long word stands out', width: 5, text: 'a incomprehensible b', lines: ['a', 'incomprehensible', 'b'] },
  {
    what: 'so does an address',
    width: 8,
    text: '看 https://a.example/b/c?d=e-f 吧',
    lines: ['看', 'https://a.example/b/c?d=e-f', '吧'],
  },
  { what: 'a hyphen is no break', width: 6, text: 'a well-known', lines: ['a', 'well-known'] },
  { what: 'Han', width: 6, text: '一二三四五六七', lines: ['一二三', '四五六', '七'] },
  { what: 'no line starts with ，', width: 6, text: '一二三，四五', lines: ['一二', '三，四', '五'] },
  { what: 'nor with ”）。', width: 8, text: '一“二三”）。四', lines: ['一“二', '三”）。', '四'] },
  { what: 'none ends with （', width: 6, text: '一二（三四）', lines: ['一二', '（三', '四）'] },
  { what: 'nor with “', width: 5, text: '一二“三四”', lines: ['一二', '“三', '四”'] },
  { what: '—— and …… stay whole', width: 6, text: '一二——三……四', lines: ['一二——', '三……四'] },
  { what: 'a Latin word stays whole', width: 8, text: '一二OpenAI三四', lines: ['一二', 'OpenAI三', '四'] },
  { what: '% stays with its number', width: 6, text: '一二 15% 三', lines: ['一二', '15% 三'] },
  { what: 'rare Han is two columns', width: 4, text: '𠮷𠮷𠮷', lines: ['𠮷𠮷', '𠮷'] },
  { what: 'Korean breaks at spaces', width: 6, text: '한국어 문장입니다 끝', lines: ['한국어', '문장입니다', '끝'] },
  { what: 'a line end stays', width: 20, text: 'one\n\ntwo', lines: ['one', '', 'two'] },
  { what: 'no text is one line', width: 20, text: '', lines: [''] },
  { what: 'a no-break space is none', width: 4, text: 'a b\u00a0c', lines: ['a', 'b\u00a0c'] },
  {
    what: 'an item hangs',
    width: 8,
    text: 'one two three\nfour',
    indent: { first: '- ', rest: '  ' },
    lines: ['- one', '  two', '  three', '  four'],
  },
];

describe('wrap', () => {
  it.each(ROWS)('$what', ({ width, text, lines, indent }) => {
    expect(wrap(text, width, { han: true, ...(indent ? { indent } : {}) })).toEqual(lines);
  });

  it('breaks at spaces alone where Han does not count', () => {
    expect(wrap('一二三四 五', 4, { han: false })).toEqual(['一二三四', '五']);
  });

  const nasty = fc
    .array(fc.constantFrom(...'ab1 ，。（）“”—…%·-', '中', '𠮷', '한', 'な', '😀', 'é', '👩‍💻'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('loses nothing but the spaces it breaks at, and keeps kinsoku', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrap(text, width, { han: true });
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        lines.slice(1).forEach((line, index) => {
          const before = lines[index] ?? '';
          // A break at a space that the writer set is the writer's.
          if (text.includes(`${before} `)) return;
          expect(line).not.toMatch(/^[，。）”…—%·]/u);
          expect(before).not.toMatch(/[（“]$/u);
        });
      }),
    );
  });

  it('fills every line that can be broken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bb', 'ccc', '中'), { minLength: 1 }), (words) => {
        for (const line of wrap(words.join(' '), 6, { han: true })) expect(displayWidth(line)).toBeLessThanOrEqual(6);
      }),
    );
  });
});
