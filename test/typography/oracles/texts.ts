import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { resolveHouse } from '../../../src/house/resolve.ts';
import { createRuleContext } from '../../../src/lint/context.ts';
import { createSource, hasHan, OBJECT, VERBATIM } from '../../../src/text/index.ts';
import { maskCodeLike } from '../../../src/typography/index.ts';
import { FILES, slipsIn } from '../../lint/slips/slips.ts';
import { HAN_ROWS } from '../han-rows.ts';

const examples = join(import.meta.dirname, '../../../examples');

/** The Chinese passages of the examples without code, URLs and images, which the other tools read as Markdown. */
export function examplePassages(): string[] {
  const names = readdirSync(examples).filter((name) => name.endsWith('.md'));
  return names.flatMap((name) => {
    const source = createSource(name, readFileSync(join(examples, name), 'utf8'));
    const { context } = createRuleContext(source, resolveHouse('abab-zh'));
    return (context?.passages ?? [])
      .map(({ text }) => text)
      .filter((text) => hasHan(text) && !/[\n]/.test(text) && !text.includes(OBJECT) && !text.includes(VERBATIM));
  });
}

/** Both sides of the Chinese slips. */
export function slipSentences(): string[] {
  const slips = FILES.filter((name) => name.endsWith('zh')).flatMap(slipsIn);
  return [...new Set(slips.flatMap(({ wrong, right }) => [wrong.body, right.body]))];
}

/** The table of the passes, without URLs and code, which the other tools read as prose. */
export function tableTexts(): string[] {
  const texts = [...new Set(Object.values(HAN_ROWS).flatMap((rows) => rows.flat()))];
  return texts.filter((text) => maskCodeLike(text) === text);
}

const han = fc.constantFrom(
  '实验室',
  '公司',
  '发布',
  '模型',
  '今年',
  '在',
  '的',
  '增长',
  '他说',
  '市场',
  '夜间',
  '机器人',
);
const latin = fc.constantFrom('AI', 'OpenAI', 'Meta', 'GPT', 'iPhone', 'chips', 'Node.js', 'C', 'Beyoncé');
const number = fc.constantFrom('3', '15', '2026', '3.5', '1,000', '15%', '12:30', '3:1', '90°', '30℃', '1000+');
const word = fc.oneof({ weight: 6, arbitrary: han }, { weight: 2, arbitrary: latin }, { weight: 2, arbitrary: number });
/** Nothing or a space between two words. */
const gap = fc.constantFrom('', '', '', ' ');
/** Two Latin words or numbers always have a space between them. */
const words = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all
      .reduce(
        (text, [one, space]) => text + (hasHan(text.slice(-1)) || hasHan(one.slice(0, 1)) ? space : ' ') + one,
        '',
      )
      .trim(),
  );
/** A mark inside a sentence, in either width, with or without spaces. */
const pause = fc.constantFrom(
  ',',
  '，',
  ';',
  '；',
  ':',
  '：',
  '、',
  ', ',
  ' ,',
  '， ',
  ' ，',
  '...',
  '……',
  '--',
  '——',
  '。。。',
  '，，',
);
const stop = fc.constantFrom('.', '。', '!', '！', '?', '？', '。 ', '');
const PAIRS = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['(', ')'],
  ['（', '）'],
  ['《', '》'],
  ['「', '」'],
  [' (', ') '],
  [' “', '” '],
  [' "', '" '],
] as const;
const enclosed = fc
  .tuple(fc.constantFrom(...PAIRS), words, fc.constantFrom('', '', '.', '。', '!', '，'))
  .map(([[open, close], inside, end]) => open + inside + end + close);
const part = fc.oneof({ weight: 5, arbitrary: words }, { weight: 2, arbitrary: enclosed });

/** An inch mark, an apostrophe and a half-width bracket after a Latin word, as in f(x), have tables of their own. */
const AMBIGUOUS = [/\d"[^"]*\d"/, /\d["'](?=[\dA-Za-z])/, /[A-Za-z]'(?=[\dA-Za-z])/, /[A-Za-z\d] ?\(/];

/** Sentences of Han, Latin words, numbers, marks, quotations and brackets, as writers type them. */
export const sentence = fc
  .tuple(fc.array(fc.tuple(part, fc.oneof(gap, pause)), { minLength: 1, maxLength: 4 }), part, stop)
  .map(([parts, last, end]) => `${parts.map(([one, mark]) => one + mark).join('')}${last}${end}`.trim())
  .filter((text) => hasHan(text) && !AMBIGUOUS.some((pattern) => pattern.test(text)) && maskCodeLike(text) === text);
