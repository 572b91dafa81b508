import { expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/model/article.ts';
import { FORMATS } from '../../../src/write/index.ts';
import { article, house, p, t } from '../fixtures.ts';

/** Text of this size takes seconds on a busy machine. Quadratic time takes longer than this. */
const PATIENCE = 180_000;

const many = (make: (index: number) => Inline, count = 10_000): Block =>
  p(...Array.from({ length: count }, (_, index) => make(index)));

test.each<[string, Block]>([
  ['marks of two kinds', many((index) => ({ type: index % 2 ? 'em' : 'strong', tokens: [t('a ')] }))],
  ['code', many(() => ({ type: 'codespan', text: 'a b' }))],
  ['links', many((index) => ({ type: 'link', href: `https://a.example/${index}`, tokens: [t('a b')] }))],
  ['numbers with units', p('9 kg '.repeat(30_000))],
  ['quotations', p('He said, "We sleep. The lab does not." '.repeat(3000))],
  ['one long word', p('a'.repeat(100_000))],
  ['Chinese without punctuation', p('公司发布审计报告'.repeat(10_000))],
  ['emoji', p('👩‍🚀'.repeat(10_000))],
  ['a quotation that is never closed', p(`"${'We sleep. '.repeat(10_000)}`)],
])('%s: is printed in every channel with threads', { timeout: PATIENCE }, (_, block) => {
  const story = article({ body: [block] });
  for (const { name, template, write } of FORMATS) {
    if (template !== '.channel' || name === 'linkedin' || name === 'slack') continue;
    expect(write(story, house(), {}).length).toBeGreaterThan(10_000);
  }
});

test.each<[string, Block]>([
  ['links', many((index) => ({ type: 'link', href: `https://a.example/${index}`, tokens: [t('a b')] }))],
  ['code', { type: 'code', text: 'a b\n'.repeat(100_000) }],
])('%s: too many for WeChat are refused', { timeout: PATIENCE }, (_, block) => {
  const write = FORMATS.find(({ name }) => name === 'wechat')?.write;
  expect(() => write?.(article({ body: [block] }), house(), {})).toThrow('wechat: ');
});
